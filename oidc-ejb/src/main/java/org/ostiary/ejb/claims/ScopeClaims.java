package org.ostiary.ejb.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.persistence.account.Account;

/** Which claims a scope releases about an account (OIDC Core 1.0, sections 5.1 and 5.4). */
public final class ScopeClaims {

    /** Every claim that can be released here, for discovery. */
    public static final List<String> RELEASABLE =
            List.of("sub", "name", "preferred_username", "updated_at", "email", "email_verified", "groups");

    private ScopeClaims() {}

    /** The claims of the granted scopes; one that the account has no value for is left out. */
    public static Map<String, Object> of(Account account, String sub, Set<String> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", sub);
        if (scopes.contains(Scopes.PROFILE)) {
            claims.put("name", account.displayName());
            claims.put("preferred_username", account.username());
            claims.put("updated_at", account.updatedAt().getEpochSecond());
        }
        if (scopes.contains(Scopes.EMAIL) && account.email() != null) {
            claims.put("email", account.email());
            claims.put("email_verified", account.emailVerified());
        }
        if (scopes.contains(Scopes.GROUPS)) {
            claims.put("groups", account.groups());
        }
        return claims;
    }
}
