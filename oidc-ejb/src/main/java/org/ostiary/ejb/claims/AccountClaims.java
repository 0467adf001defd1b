package org.ostiary.ejb.claims;

import jakarta.json.Json;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.persistence.account.Account;

/** What is known about a person, by the names of claims (OIDC Core 1.0, section 5.1). */
final class AccountClaims {
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private AccountClaims() {}

    /** The claims of these names; one that there is no value for is left out. */
    static Map<String, Object> of(Account account, Collection<String> names) {
        Map<String, Object> known = all(account);
        Map<String, Object> claims = new LinkedHashMap<>();
        for (String name : names) {
            if (known.containsKey(name)) {
                claims.put(name, known.get(name));
            }
        }
        return claims;
    }

    private static Map<String, Object> all(Account account) {
        Map<String, Object> claims = new LinkedHashMap<>();
        if (account.claims() != null) {
            claims.putAll(
                    READERS.createReader(new StringReader(account.claims())).readObject());
        }
        claims.put("name", account.displayName());
        claims.put("preferred_username", account.username());
        claims.put("updated_at", account.updatedAt().getEpochSecond());
        claims.put("groups", account.groups());
        if (account.email() != null) {
            claims.put("email", account.email());
            claims.put("email_verified", account.emailVerified());
        }
        return claims;
    }
}
