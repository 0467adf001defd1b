package org.ostiary.ejb.claims;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.account.Account;

/** What is known about a person, by the names of claims (OIDC Core 1.0, section 5.1). */
final class AccountClaims {
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private static final Map<String, String> CLAIMS = Map.of("username", "preferred_username", "display_name", "name");

    private AccountClaims() {}

    /**
     * The claims of these names; one that there is no value for is left out.
     *
     * @param custom from which attribute a claim is taken that has another name
     */
    static Map<String, Object> of(Account account, Collection<String> names, Map<String, String> custom) {
        Map<String, Object> known = all(account);
        Map<String, Object> claims = new LinkedHashMap<>();
        for (String name : names) {
            Object value = custom.containsKey(name)
                    ? attribute(known, Objects.requireNonNull(custom.get(name)))
                    : known.get(name);
            if (value != null) {
                claims.put(name, value);
            }
        }
        return claims;
    }

    /** By the name that Authelia's attributes have, where that is not the claim's: a part of the address, for example. */
    private static @Nullable Object attribute(Map<String, Object> known, String name) {
        if (known.get("address") instanceof JsonObject address && address.containsKey(name)) {
            return address.get(name);
        }
        return known.get(CLAIMS.getOrDefault(name, name));
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
