package org.ostiary.ejb.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.Scopes;

/** Which claims a scope releases (OIDC Core 1.0, section 5.4), the operator's own included: of the configuration, and in this node's memory those of
 * administrators. */
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

    private final Map<String, Set<String>> configured;

    private volatile Own own;

    /** The operator's own scopes, and how often they became other ones. */
    private record Own(Map<String, Set<String>> scopes, int revision) {}

    /** For CDI. */
    protected ScopeClaims() {
        this.configured = Map.of();
        this.own = new Own(Map.of(), 0);
    }

    /** Knows the scopes of that configuration. */
    @Inject
    public ScopeClaims(ProviderConfig config) {
        this.configured = config.customScopes();
        this.own = new Own(configured, 0);
    }

    /** Knows these too from now on, and no others beside those of the configuration. */
    public synchronized void learn(Map<String, Set<String>> defined) {
        Map<String, Set<String>> all = new LinkedHashMap<>(defined);
        all.putAll(configured);
        if (!own.scopes().equals(all)) {
            own = new Own(all, own.revision() + 1);
        }
    }

    /** Another number whenever scopes or their claims became other ones. */
    public int revision() {
        return own.revision();
    }

    /** Every scope that has a meaning here, the standard ones first. */
    public Set<String> scopes() {
        return Scopes.all(own.scopes().keySet());
    }

    /** Those that everybody may know of: the reserved ones concern administrators only. */
    public Set<String> published() {
        Set<String> published = scopes();
        published.removeAll(Scopes.RESERVED);
        return published;
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
        claims.addAll(of(own.scopes().keySet()));
        return claims;
    }

    private Collection<String> ofOne(String scope) {
        return STANDARD.containsKey(scope) ? STANDARD.get(scope) : own.scopes().getOrDefault(scope, Set.of());
    }
}
