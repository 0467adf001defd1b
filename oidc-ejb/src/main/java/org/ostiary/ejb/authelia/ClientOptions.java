package org.ostiary.ejb.authelia;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.config.EnforcePkce;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.ApplicationType;
import org.ostiary.ejb.protocol.client.RedirectUriRegistration;

/**
 * One client. Where our default differs from Authelia's, the key is written, so that the application meets what it met before; where
 * that would be unsafe, the report says so.
 */
final class ClientOptions {

    private static final Map<String, String> OLD_NAMES = new LinkedHashMap<>();

    static {
        OLD_NAMES.put("id", "client_id");
        OLD_NAMES.put("description", "client_name");
        OLD_NAMES.put("secret", "client_secret");
        OLD_NAMES.put("enforce_par", "require_pushed_authorization_requests");
        OLD_NAMES.put("enforce_pkce", "require_pkce");
        OLD_NAMES.put("userinfo_signing_algorithm", "userinfo_signed_response_alg");
        OLD_NAMES.put("userinfo_signing_alg", "userinfo_signed_response_alg");
        OLD_NAMES.put("id_token_signing_alg", "id_token_signed_response_alg");
    }

    private static final List<String> DEFAULT_SCOPES = List.of("openid", "groups", "profile", "email");
    private static final Set<String> GRANT_TYPES =
            Set.of("authorization_code", "refresh_token", "client_credentials", "implicit");

    private final Section client;
    private final Draft draft;
    private final Report report;
    private final Words words;
    private final String prefix;

    ClientOptions(Section client, Draft draft) {
        OLD_NAMES.forEach(client::rename);
        this.client = client;
        this.draft = draft;
        this.report = client.report();
        this.words = new Words(client, draft);
        this.prefix = "oidc.client." + client.text("client_id").orElse("") + ".";
    }

    void translate(
            RedirectUriRegistration registration, EnforcePkce enforcePkce, IssuerKeys keys, ClaimsOptions claims) {
        if (client.text("client_id").isEmpty()) {
            report.lost(client.path("client_id"), "is missing, so the client is left out");
            return;
        }
        if (!client.text("client_id").orElse("").matches("[A-Za-z0-9._~-]{1,100}")) {
            report.lost(
                    client.path("client_id"),
                    "must be at most 100 letters, digits and . _ ~ -; the client is left out");
            return;
        }
        words.text("client_name", prefix + "client-name");
        boolean isPublic = client.flag("public").orElse(false);
        words.flag("public", prefix + "public");
        new ClientProofOptions(client, draft, prefix).translate(isPublic);
        redirectUris(registration);
        words.list("request_uris", prefix + "request-uris");
        words.list("audience", prefix + "audience");
        words.text("requested_audience_mode", prefix + "requested-audience-mode");
        List<String> scopes = scopes(claims);
        Set<String> grantTypes = grantTypes();
        words.list("response_modes", prefix + "response-modes");
        named("authorization_policy", "authorization-policy");
        named("lifespan", "lifespan");
        named("claims_policy", "claims-policy");
        if (!grantTypes.equals(Set.of("client_credentials"))) {
            consent(scopes);
            pkce(isPublic, enforcePkce);
        }
        words.flag("require_pushed_authorization_requests", prefix + "require-pushed-authorization-requests");
        sector();
        // Last, because it may take the whole client out.
        new ClientAnswerOptions(client, draft, prefix).translate(keys);
        client.reportUnread();
    }

    /** The keys of this client. */
    String prefix() {
        return prefix;
    }

    /** An application of people's own computers when only such a one could be answered there. */
    private void redirectUris(RedirectUriRegistration registration) {
        List<String> uris = new ArrayList<>();
        boolean web = true;
        for (String uri : client.texts("redirect_uris")) {
            Optional<String> refusal = registration.refusal(uri, ApplicationType.NATIVE);
            if (refusal.isPresent()) {
                report.lost(client.path("redirect_uris"), Report.printable(uri) + " " + refusal.get());
            } else {
                uris.add(uri);
                web &= registration.refusal(uri, ApplicationType.WEB).isEmpty();
            }
        }
        if (!uris.isEmpty()) {
            draft.put(prefix + "redirect-uris", uris);
            report.kept(client.path("redirect_uris"), prefix + "redirect-uris");
        }
        if (!web) {
            draft.put(prefix + "application-type", "native");
            report.translated(
                    client.path("redirect_uris"),
                    "has addresses of people's own computers, which are for application-type=native; on a loopback"
                            + " address such a client may use any port");
        }
    }

    private List<String> scopes(ClaimsOptions claims) {
        List<String> asked = client.texts("scopes");
        List<String> scopes = asked.stream()
                .filter(scope -> !scope.matches("(authelia\\.|ostiary:).*"))
                .distinct()
                .toList();
        if (scopes.size() < asked.stream().distinct().count()) {
            report.lost(
                    client.path("scopes"),
                    "scopes of Authelia's own (authelia.…) open nothing here, and those of this server (ostiary:…) are"
                            + " given to nobody by an import");
        }
        if (scopes.isEmpty()) {
            return DEFAULT_SCOPES;
        }
        draft.put(prefix + "scopes", scopes);
        report.kept(client.path("scopes"), prefix + "scopes");
        claims.declare(scopes, Set.copyOf(Scopes.KNOWN));
        return scopes;
    }

    /** Where none are named, Authelia takes those that the response types need. */
    private Set<String> grantTypes() {
        Set<String> types = new LinkedHashSet<>(client.texts("grant_types"));
        List<String> responses = client.texts("response_types");
        if (!responses.isEmpty()) {
            draft.put(prefix + "response-types", responses);
            report.kept(client.path("response_types"), prefix + "response-types");
        }
        if (responses.stream().anyMatch(type -> List.of(type.split(" ")).contains("token"))) {
            draft.put("oidc.enable-token-response-types", "true");
            draft.remark(
                    "oidc.enable-token-response-types",
                    "Access tokens travel through browsers (RFC 9700, section 2.1.2): have the applications changed.");
            report.translated(client.path("response_types"), "needs oidc.enable-token-response-types=true");
        }
        Set<String> known = new LinkedHashSet<>(types);
        known.retainAll(GRANT_TYPES);
        types.stream()
                .filter(type -> !GRANT_TYPES.contains(type))
                .forEach(type ->
                        report.lost(client.path("grant_types"), Report.printable(type) + " does not exist here"));
        if (types.isEmpty()) {
            responses.forEach(type -> {
                List<String> parts = List.of(type.split(" "));
                if (parts.contains("code")) {
                    known.add("authorization_code");
                }
                if (parts.contains("id_token") || parts.contains("token")) {
                    known.add("implicit");
                }
            });
            if (known.equals(Set.of("authorization_code"))) {
                return known;
            }
        }
        if (!known.isEmpty()) {
            draft.put(prefix + "grant-types", known);
            report.kept(client.path("grant_types"), prefix + "grant-types");
        } else if (!types.isEmpty()) {
            // Refused by our reader, which takes the client out: the default would open another way to tokens.
            draft.put(prefix + "grant-types", types);
        }
        return known;
    }

    private void named(String option, String ours) {
        client.text(option).ifPresent(name -> {
            draft.put(prefix + ours, Words.own(name));
            report.kept(client.path(option), prefix + ours);
        });
    }

    /** Authelia asks for all scopes together, and remembers only what it was told to. */
    private void consent(List<String> scopes) {
        String mode = client.text("consent_mode").orElse("auto");
        boolean remembered = client.has("pre_configured_consent_duration");
        words.duration(
                "pre_configured_consent_duration",
                prefix + "pre-configured-consent-duration",
                Duration.ofMinutes(1),
                Duration.ofDays(365));
        String asInAuthelia = remembered ? "pre-configured" : "explicit";
        String ours = mode.equals("auto") ? asInAuthelia : mode;
        draft.put(prefix + "consent-mode", ours);
        if (mode.equals("auto")) {
            draft.remark(prefix + "consent-mode", "As in Authelia. auto asks once, and then only for what is new.");
            report.translated(client.path("consent_mode"), "auto is " + ours + " here");
        } else {
            report.kept(client.path("consent_mode"), prefix + "consent-mode");
        }
        List<String> required =
                scopes.stream().filter(scope -> !scope.equals(Scopes.OPENID)).toList();
        if (!required.isEmpty() && !ours.equals("implicit")) {
            draft.put(prefix + "required-scopes", required);
            draft.remark(prefix + "required-scopes", "As in Authelia. Take it away to let people leave scopes out.");
            report.translated(client.path("scopes"), "are allowed or denied together, " + prefix + "required-scopes");
        }
    }

    private void pkce(boolean isPublic, EnforcePkce enforcePkce) {
        words.text("pkce_challenge_method", prefix + "pkce-challenge-method");
        boolean required = client.flag("require_pkce").orElse(false)
                || client.text("pkce_challenge_method").isPresent();
        if (required || enforcePkce == EnforcePkce.ALWAYS) {
            words.flag("require_pkce", prefix + "require-pkce");
            if (required && !"true".equals(draft.values().get(prefix + "require-pkce"))) {
                draft.put(prefix + "require-pkce", "true");
            }
            return;
        }
        if (isPublic) {
            if (enforcePkce == EnforcePkce.NEVER) {
                report.lost(
                        client.path("require_pkce"),
                        "a public client must use PKCE here (RFC 9700, section 2.1.1); " + prefix
                                + "require-pkce=false would let it go on without, and its codes can be stolen");
            }
            return;
        }
        draft.put(prefix + "require-pkce", "false");
        draft.remark(prefix + "require-pkce", "As in Authelia. Most applications know PKCE: try true.");
        report.translated(client.path("require_pkce"), "is false, the default there and not here");
    }

    private void sector() {
        words.text("sector_identifier_uri", prefix + "sector-identifier-uri");
        if (client.has("sector_identifier_uri")) {
            report.translated(
                    client.path("sector_identifier_uri"),
                    "is fetched here, and must list the redirect URIs (OIDC Core 1.0, section 8.1)");
        }
        client.text("sector_identifier").ifPresent(host -> {
            draft.put(prefix + "subject-type", "pairwise");
            report.lost(
                    client.path("sector_identifier"),
                    "is a host in older releases; here the sector is the one host of the redirect URIs, or that of"
                            + " sector-identifier-uri. Where it is another one, people get another sub");
        });
    }
}
