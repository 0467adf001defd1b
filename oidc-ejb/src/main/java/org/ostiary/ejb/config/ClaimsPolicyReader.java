package org.ostiary.ejb.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ostiary.ejb.protocol.client.IdTokenAudience;

/** Reads the claims policies, whose names and claims the operator chooses. */
final class ClaimsPolicyReader {

    private static final Pattern POLICY = Pattern.compile("oidc\\.claims-policy\\.([^.]+)\\."
            + "(?:(id-token|access-token|id-token-audience-mode)|custom-claims\\.(.{1,100}))");

    /** What tokens say about themselves, and what must not be said of another address than the one it is true of. */
    private static final Set<String> NOT_CUSTOM = Set.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "azp",
            "sid",
            "nonce",
            "auth_time",
            "acr",
            "amr",
            "at_hash",
            "c_hash",
            "s_hash",
            "client_id",
            "scope",
            "cnf",
            "act",
            "may_act",
            "events",
            "email",
            "email_verified",
            "phone_number",
            "phone_number_verified");

    private final Settings settings;
    private final Findings findings;
    private final Map<String, ClaimsPolicy> policies = new TreeMap<>();

    ClaimsPolicyReader(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    static boolean isKnown(String name) {
        return POLICY.matcher(name).matches();
    }

    /** By their names. */
    Map<String, ClaimsPolicy> read(Set<String> names) {
        for (String name : names) {
            Matcher key = POLICY.matcher(name);
            if (key.matches()) {
                ClaimsPolicy known = policies.getOrDefault(key.group(1), ClaimsPolicy.NONE);
                policies.put(key.group(1), more(known, key, new Key(name, null, false)));
            }
        }
        return policies;
    }

    private ClaimsPolicy more(ClaimsPolicy known, Matcher key, Key whole) {
        if (key.group(3) != null) {
            return custom(known, key.group(3), whole);
        }
        return switch (key.group(2)) {
            case "id-token" -> known.withIdToken(settings.list(whole));
            case "access-token" -> known.withAccessToken(settings.list(whole));
            default ->
                known.with(settings.choice(
                        whole, IdTokenAudience.SPECIFICATION, IdTokenAudience.values(), IdTokenAudience::value));
        };
    }

    private ClaimsPolicy custom(ClaimsPolicy known, String claim, Key whole) {
        if (NOT_CUSTOM.contains(claim)) {
            findings.mistake(
                    whole, claim, "must not be a claim whose meaning the protocol, or another claim, relies on");
            return known;
        }
        return known.with(claim, settings.find(whole).orElse(claim));
    }
}
