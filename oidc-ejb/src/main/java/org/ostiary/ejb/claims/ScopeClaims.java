package org.ostiary.ejb.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.Scopes;

/** Which claims a scope releases (OIDC Core 1.0, section 5.4), the operator's own scopes included. */
@ApplicationScoped
public class ScopeClaims {

    private static final Map<String, List<String>> STANDARD = Map.of(
            Scopes.PROFILE,
            List.of(
                    "name",
                    "family_name",
                    "given_name",
                    "middle_name",
                    "nickname",
                    "preferred_username",
                    "profile",
                    "picture",
                    "website",
                    "gender",
                    "birthdate",
                    "zoneinfo",
                    "locale",
                    "updated_at"),
            Scopes.EMAIL,
            List.of("email", "email_verified"),
            Scopes.ADDRESS,
            List.of("address"),
            Scopes.PHONE,
            List.of("phone_number", "phone_number_verified"),
            Scopes.GROUPS,
            List.of("groups"));

    private final Map<String, Set<String>> custom;

    /** For CDI. */
    protected ScopeClaims() {
        this.custom = Map.of();
    }

    /** Knows the scopes of that configuration. */
    @Inject
    public ScopeClaims(ProviderConfig config) {
        this.custom = config.customScopes();
    }

    /** The claims that these scopes release together, in the order of the scopes. */
    public Set<String> of(Collection<String> scopes) {
        Set<String> claims = new LinkedHashSet<>();
        scopes.forEach(scope -> claims.addAll(ofOne(scope)));
        return claims;
    }

    /** Every claim that can be released here, {@code sub} first, for discovery. */
    public Set<String> all() {
        Set<String> claims = new LinkedHashSet<>(List.of("sub"));
        claims.addAll(of(Scopes.KNOWN));
        claims.addAll(of(custom.keySet()));
        return claims;
    }

    private Collection<String> ofOne(String scope) {
        return STANDARD.containsKey(scope) ? STANDARD.get(scope) : custom.getOrDefault(scope, Set.of());
    }
}
