package org.ostiary.ejb.authelia;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ostiary.ejb.config.Cors;
import org.ostiary.ejb.config.EnforcePkce;

/** The options of the provider itself: {@code identity_providers.oidc} without its clients and policies. */
final class ProviderOptions {

    private static final Map<String, String> OLD_NAMES = Map.of(
            "issuer_private_keys", "jwks",
            "access_token_lifespan", "lifespan_access_token",
            "authorize_code_lifespan", "lifespan_authorize_code",
            "id_token_lifespan", "lifespan_id_token",
            "refresh_token_lifespan", "lifespan_refresh_token");
    private static final int LEAST_ENTROPY = 8;
    private static final int MOST_ENTROPY = 128;

    private final Section section;
    private final Draft draft;
    private final Report report;
    private final Words words;

    ProviderOptions(Section section, Draft draft) {
        OLD_NAMES.forEach(section::rename);
        this.section = section;
        this.draft = draft;
        this.report = section.report();
        this.words = new Words(section, draft);
    }

    void translate(IssuerKeys keys) {
        secrets();
        words.flag("enable_client_debug_messages", "oidc.enable-client-debug-messages");
        words.text("enforce_pkce", "oidc.enforce-pkce");
        words.flag("enable_pkce_plain_challenge", "oidc.enable-pkce-plain-challenge");
        words.flag("require_pushed_authorization_requests", "oidc.require-pushed-authorization-requests");
        entropy();
        statelessIntrospection();
        keys.algorithm(section, "discovery_signed_response")
                .ifPresent(algorithm -> draft.put("oidc.discovery-signed-response-alg", algorithm.value()));
        pushed();
        new LifespanOptions(section, draft).translate();
        cors();
    }

    EnforcePkce enforcePkce() {
        return EnforcePkce.of(draft.values().getOrDefault("oidc.enforce-pkce", ""))
                .orElse(EnforcePkce.PUBLIC_CLIENTS_ONLY);
    }

    private void secrets() {
        for (String option : List.of("hmac_secret", "issuer_certificate_chain")) {
            if (section.text(option).isPresent()) {
                report.notNeeded(
                        section.path(option),
                        "codes and tokens of Authelia are worth nothing here, and this server makes keys of its own");
            }
        }
        boolean keys = section.has("issuer_private_key") || section.has("jwks");
        section.list("issuer_private_key");
        section.list("jwks");
        if (keys) {
            report.notNeeded(
                    section.path("jwks"),
                    "this server makes keys of its own, and applications fetch them; to go on with the old ones put each"
                            + " private key into a file and name the files in oidc.keys.import");
        }
    }

    private void entropy() {
        section.text("minimum_parameter_entropy").ifPresent(text -> {
            String option = section.path("minimum_parameter_entropy");
            String key = "oidc.minimum-parameter-entropy";
            if (!text.matches("-?\\d{1,9}")) {
                report.lost(option, "is no number; our default counts");
                return;
            }
            int asked = Integer.parseInt(text);
            int written = asked == -1 ? -1 : Math.max(LEAST_ENTROPY, Math.min(MOST_ENTROPY, asked));
            draft.put(key, String.valueOf(written));
            if (asked == written) {
                report.kept(option, key);
            } else {
                report.lost(option, key + " is " + written + ", because it must be -1 or from 8 to 128");
            }
        });
    }

    private void statelessIntrospection() {
        section.flag("enable_jwt_access_token_stateless_introspection").ifPresent(on -> {
            String option = section.path("enable_jwt_access_token_stateless_introspection");
            if (on) {
                report.lost(option, "every token is looked up here, so that a revoked one never counts; nothing to do");
            } else {
                report.notNeeded(option, "every token is looked up here anyway");
            }
        });
    }

    /** As releases before 4.39 wrote it. */
    private void pushed() {
        Section pushed = section.section("pushed_authorizations");
        Words own = new Words(pushed, draft);
        own.flag("enforce", "oidc.require-pushed-authorization-requests");
        own.duration(
                "context_lifespan",
                "oidc.lifespans.pushed-authorization-request",
                Duration.ofSeconds(5),
                Duration.ofMinutes(10));
        pushed.reportUnread();
    }

    private void cors() {
        Section cors = section.section("cors");
        List<String> asked = cors.texts("endpoints");
        List<String> endpoints = asked.stream().filter(Cors.ENDPOINTS::contains).toList();
        asked.stream()
                .filter(endpoint -> !endpoints.contains(endpoint))
                .forEach(endpoint -> report.lost(
                        cors.path("endpoints"),
                        endpoint.equals("authorization")
                                ? "authorization is never opened to scripts (RFC 9700, section 2.6); nothing to do"
                                : endpoint + " does not exist here"));
        List<String> given = cors.texts("allowed_origins");
        List<String> origins = given.stream()
                .map(origin -> origin.replaceAll("/+$", ""))
                .filter(origin -> !origin.equals("*"))
                .toList();
        if (origins.size() < given.size()) {
            report.lost(cors.path("allowed_origins"), "* is not possible here; name the origins of the applications");
        }
        if (!endpoints.isEmpty()) {
            draft.put("oidc.cors.endpoints", endpoints);
            report.kept(cors.path("endpoints"), "oidc.cors.endpoints");
        }
        if (!origins.isEmpty()) {
            draft.put("oidc.cors.allowed-origins", origins);
            report.kept(cors.path("allowed_origins"), "oidc.cors.allowed-origins");
        }
        String fromRedirects = "allowed_origins_from_client_redirect_uris";
        boolean open = cors.flag(fromRedirects).orElse(false);
        new Words(cors, draft).flag(fromRedirects, "oidc.cors.allowed-origins-from-client-redirect-uris");
        if (!endpoints.isEmpty() && given.isEmpty() && !open) {
            report.lost(
                    cors.path("allowed_origins"),
                    "is missing, by which Authelia lets scripts of every https origin in; here nobody's are, until"
                            + " oidc.cors.allowed-origins names some");
        }
        cors.reportUnread();
    }

    /** The provider's address: Authelia takes the one that people log in at. */
    static void issuer(Section document, Draft draft) {
        Report report = document.report();
        Section session = document.section("session");
        List<String> addresses = session.sections("cookies").stream()
                .flatMap(cookie -> cookie.text("authelia_url").stream())
                .distinct()
                .toList();
        if (addresses.isEmpty()) {
            report.lost(
                    "session.cookies",
                    "names no authelia_url, so the issuer is not known; set oidc.issuer to what applications have as theirs");
            return;
        }
        String issuer = plain(addresses.get(0));
        draft.put("oidc.issuer", issuer);
        draft.remark("oidc.issuer", "What applications have as the issuer must be this, character by character.");
        report.translated("session.cookies[0].authelia_url", "is the issuer, oidc.issuer");
        addresses.stream()
                .skip(1)
                .forEach(address -> report.lost(
                        "session.cookies",
                        "has more addresses; this server has one issuer, " + issuer + ", so applications that use "
                                + Report.printable(address) + " must be told"));
    }

    /** Without what an issuer must not have at its end, and without a port that goes without saying. */
    private static String plain(String address) {
        String bare = address.replaceAll("/+$", "");
        try {
            URI uri = URI.create(bare);
            return uri.getPort() == 443 && "https".equals(uri.getScheme()) ? bare.replaceFirst(":443", "") : bare;
        } catch (IllegalArgumentException noAddress) {
            return bare;
        }
    }

    /** What else the file has, and where to go on with it. */
    static void elsewhere(Section document) {
        Map<String, String> places = Map.of(
                "authentication_backend",
                        "where accounts are: oidc.accounts-file takes the users file, oidc.ldap.* a directory",
                "session", "how long logins last: oidc.session.*",
                "regulation", "how often passwords may be wrong: oidc.regulation.*",
                "access_control", "rules for pages behind a proxy; this server protects none",
                "notifier", "mail: a mail session of the application server",
                "storage", "the database: oidc.db.*; people log in anew and enrol second factors anew",
                "totp", "second factors; people enrol them anew",
                "webauthn", "second factors; people enrol them anew");
        Set<String> known = Set.of("identity_providers", "definitions");
        document.names().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> document.report()
                        .notNeeded(
                                name,
                                "is not part of the OpenID Connect provider, and not read: "
                                        + places.getOrDefault(name, "nothing here has the same meaning")));
    }
}
