package org.ostiary.ejb.admin.fix;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** The rules that a client breaks because of how it is registered: for each the option that the value which was sent belongs to. */
enum FixableRule {
    REDIRECT_URI("redirect-uri-registered", "redirect-uris"),
    POST_LOGOUT_REDIRECT_URI("post-logout-redirect-uri-registered", "post-logout-redirect-uris"),
    SCOPE("scope-allowed", "scopes"),
    RESPONSE_TYPE("response-type", "response-types"),
    RESPONSE_MODE("response-mode-registered", "response-modes"),
    GRANT_TYPE("grant-type-registered", "grant-types");

    private final String rule;
    private final String option;

    FixableRule(String rule, String option) {
        this.rule = rule;
        this.option = option;
    }

    static Optional<FixableRule> of(String ruleId) {
        return Stream.of(values()).filter(each -> each.rule.equals(ruleId)).findFirst();
    }

    String option() {
        return option;
    }

    /** Whether its values are addresses that people are sent to. */
    boolean isAddress() {
        return this == REDIRECT_URI || this == POST_LOGOUT_REDIRECT_URI;
    }

    /** What the option of the client holds, its default where nothing is said. */
    Set<String> valuesOf(RegisteredClient client) {
        return switch (this) {
            case REDIRECT_URI -> client.redirectUris();
            case POST_LOGOUT_REDIRECT_URI -> client.logout().redirectUris();
            case SCOPE -> client.scopes();
            case RESPONSE_TYPE -> client.responseTypes();
            case RESPONSE_MODE -> client.responseModes();
            case GRANT_TYPE -> client.grantTypes();
        };
    }
}
