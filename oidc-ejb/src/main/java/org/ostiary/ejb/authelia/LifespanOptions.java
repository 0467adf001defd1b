package org.ostiary.ejb.authelia;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How long codes and tokens work: for everybody, and below names that clients refer to. */
final class LifespanOptions {

    private record Limits(Duration least, Duration most) {}

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration STANDARD_END = Duration.ofDays(14);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String END = "oidc.lifespans.refresh-token-absolute";

    private static final Map<String, Limits> TOKENS = new LinkedHashMap<>();

    static {
        TOKENS.put("access_token", new Limits(MINUTE, DAY));
        TOKENS.put("id_token", new Limits(MINUTE, DAY));
        TOKENS.put("authorize_code", new Limits(Duration.ofSeconds(10), Duration.ofMinutes(10)));
        TOKENS.put("refresh_token", new Limits(MINUTE, YEAR));
    }

    private static final Map<String, String> GRANTS = Map.of(
            "authorize_code", "authorization-code",
            "authorization_code", "authorization-code",
            "implicit", "implicit",
            "client_credentials", "client-credentials",
            "refresh_token", "refresh-token");

    private final Section oidc;
    private final Draft draft;
    private Duration longestRefresh = Duration.ZERO;

    LifespanOptions(Section oidc, Draft draft) {
        this.oidc = oidc;
        this.draft = draft;
    }

    void translate() {
        Section lifespans = oidc.section("lifespans");
        TOKENS.forEach((token, limits) -> new Words(oidc, draft)
                .duration("lifespan_" + token, "oidc.lifespans." + Words.kebab(token), limits.least(), limits.most()));
        tokens(lifespans, "oidc.lifespans.");
        new Words(lifespans, draft)
                .duration(
                        "jwt_secured_authorization",
                        "oidc.lifespans.jarm",
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(10));
        deviceCode(lifespans);
        lifespans.named("custom").forEach(this::custom);
        lifespans.reportUnread();
        if (longestRefresh.compareTo(STANDARD_END) > 0) {
            draft.put(END, DurationWords.write(longestRefresh));
            draft.remark(END, "Authelia has no end for a chain of refresh tokens; 0s would be none here either.");
            oidc.report()
                    .translated(
                            oidc.path("lifespans"),
                            "a refresh token and all its successors end after " + DurationWords.write(longestRefresh)
                                    + " in any case (" + END + "); in Authelia they never do");
        }
    }

    private void custom(String name, Section lifespan) {
        String prefix = "oidc.lifespans.custom." + Words.own(name) + ".";
        tokens(lifespan, prefix);
        deviceCode(lifespan);
        lifespan.named("grants").forEach((grant, tokens) -> {
            String ours = GRANTS.get(grant);
            if (ours == null) {
                oidc.report().lost(lifespan.path("grants." + grant), "this grant type does not exist here");
                return;
            }
            tokens(tokens, prefix + "grants." + ours + ".");
            deviceCode(tokens);
            tokens.reportUnread();
        });
        lifespan.reportUnread();
    }

    private void tokens(Section lifespan, String prefix) {
        TOKENS.forEach((token, limits) -> {
            Optional<Duration> duration = new Words(lifespan, draft)
                    .duration(token, prefix + Words.kebab(token), limits.least(), limits.most());
            if (token.equals("refresh_token")
                    && duration.isPresent()
                    && duration.get().compareTo(longestRefresh) > 0) {
                longestRefresh = duration.get();
            }
        });
    }

    private void deviceCode(Section lifespan) {
        if (lifespan.text("device_code").isPresent()) {
            oidc.report().lost(lifespan.path("device_code"), "there are no device codes here");
        }
    }
}
