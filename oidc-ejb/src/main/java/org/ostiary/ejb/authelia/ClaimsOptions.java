package org.ostiary.ejb.authelia;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scopes with the claims they release, and the policies that say which tokens carry them. */
final class ClaimsOptions {

    /** What Authelia calls otherwise than we do; what is missing has no equal. */
    private static final Map<String, String> ATTRIBUTES = Map.of("phone_number_rfc3966", "phone_number");

    private static final Set<String> WITHOUT_EQUAL = Set.of("emails", "updated_at");

    private final Section oidc;
    private final Draft draft;
    private final Set<String> computed;

    /**
     * For the scopes and policies of this provider.
     *
     * @param computed the names of attributes that Authelia computes by expressions
     */
    ClaimsOptions(Section oidc, Draft draft, Set<String> computed) {
        this.oidc = oidc;
        this.draft = draft;
        this.computed = computed;
    }

    void translate() {
        oidc.named("scopes").forEach((name, scope) -> {
            draft.put(scopeKey(name), scope.texts("claims"));
            oidc.report().kept(scope.path("claims"), scopeKey(name));
            scope.reportUnread();
        });
        oidc.named("claims_policies").forEach(this::policy);
    }

    static String scopeKey(String scope) {
        return "oidc.scope." + scope + ".claims";
    }

    private void policy(String name, Section policy) {
        String prefix = "oidc.claims-policy." + Words.own(name) + ".";
        Words words = new Words(policy, draft);
        words.list("id_token", prefix + "id-token");
        words.list("access_token", prefix + "access-token");
        words.text("id_token_audience_mode", prefix + "id-token-audience-mode");
        policy.named("custom_claims").forEach((claim, custom) -> custom(prefix, claim, custom));
        policy.reportUnread();
        if (draft.below(prefix).isEmpty()) {
            // So that the name exists for the clients that use it.
            draft.put(prefix + "id-token-audience-mode", "specification");
        }
    }

    private void custom(String prefix, String key, Section custom) {
        String claim = custom.text("name").orElse(key);
        Optional<String> attribute = custom.text("attribute");
        String source = attribute.orElse(claim);
        custom.reportUnread();
        if (computed.contains(source) || WITHOUT_EQUAL.contains(source)) {
            oidc.report()
                    .lost(
                            custom.path("attribute"),
                            "has no equal here; give accounts an attribute of that name (extra) or leave the claim out");
            return;
        }
        draft.put(prefix + "custom-claims." + claim, ATTRIBUTES.getOrDefault(source, source));
        oidc.report().kept(custom.path("attribute"), prefix + "custom-claims." + claim);
    }

    /** Scopes that clients may be registered for without anybody having said what they release. */
    void declare(List<String> scopes, Set<String> known) {
        scopes.stream()
                .filter(scope -> !known.contains(scope) && !draft.values().containsKey(scopeKey(scope)))
                .forEach(scope -> {
                    draft.put(scopeKey(scope), "");
                    oidc.report()
                            .translated(
                                    oidc.path("scopes"),
                                    Report.printable(scope) + " is declared, and releases no claim");
                });
    }
}
