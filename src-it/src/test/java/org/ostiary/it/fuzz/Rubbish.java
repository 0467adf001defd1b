package org.ostiary.it.fuzz;

import java.util.List;
import java.util.function.Supplier;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.Secrets;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** What rubbish is made of: the addresses of this provider, the names of its parameters, and values good and bad. */
final class Rubbish {
    /** Never sent back, and never in a log. */
    static final String CANARY = "canary-7f3e-never-to-be-seen";

    static final List<String> ENDPOINTS = List.of(
            "/api/oidc/authorization",
            "/api/oidc/authorization/resume",
            "/api/oidc/token",
            "/api/oidc/userinfo",
            "/api/oidc/introspection",
            "/api/oidc/revocation",
            "/api/oidc/pushed-authorization-request",
            "/api/oidc/end-session",
            "/api/oidc/end-session/frames",
            "/api/oidc/check-session",
            "/api/oidc/check-session/client",
            "/api/admin/v1/accounts",
            "/api/admin/v1/clients/notes",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server",
            "/jwks.json",
            "/login.xhtml",
            "/consent.xhtml",
            "/second-factor.xhtml",
            "/enrolment.xhtml",
            "/select-account.xhtml",
            "/register.xhtml",
            "/forbidden.xhtml",
            "/signed-out.xhtml",
            "/forgot-password.xhtml",
            "/reset-password.xhtml",
            "/try-it.xhtml",
            "/account",
            "/account/factors",
            "/account/applications",
            "/logout.xhtml",
            "/setup.xhtml",
            "/",
            "/health/live",
            "/health/started",
            "/metrics",
            "/assets/ostiary.css",
            "/error",
            "/api/oidc/unknown",
            "/unknown.xhtml");

    static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "PROPFIND", "get", "X");

    private static final List<String> NAMES = List.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "response_mode",
            "scope",
            "state",
            "nonce",
            "prompt",
            "display",
            "max_age",
            "claims",
            "login_hint",
            "id_token_hint",
            "acr_values",
            "request",
            "request_uri",
            "resource",
            "audience",
            "code_challenge",
            "code_challenge_method",
            "grant_type",
            "code",
            "code_verifier",
            "refresh_token",
            "token",
            "token_type_hint",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "access_token",
            "interaction",
            "form-token",
            "sign-out",
            "post_logout_redirect_uri",
            "logout_hint",
            "ui_locales",
            "client",
            "factor",
            "account",
            "limit",
            "after",
            "iss",
            "error",
            "username",
            "password",
            "decision",
            "jakarta.faces.ViewState",
            "jakarta.faces.source");

    private final Chance chance;
    private final RubbishJson json;
    private final List<Supplier<String>> values;

    Rubbish(Chance chance) {
        this.chance = chance;
        this.json = new RubbishJson(chance);
        this.values = List.of(
                () -> "",
                () -> CANARY,
                () -> "x".repeat(chance.below(300)),
                () -> client().id(),
                () -> TestClients.CONF_BASIC.redirectUri(),
                () -> chance.of(List.of("code", "id_token", "code id_token", "token", "none")),
                () -> chance.of(List.of("authorization_code", "refresh_token", "client_credentials", "password")),
                () -> chance.of(List.of("query", "fragment", "form_post", "jwt", "form_post.jwt", "web_message")),
                () -> chance.of(List.of("none", "login", "consent", "login none", "select_account")),
                () -> "openid profile offline_access",
                () -> "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                () -> "urn:ietf:params:oauth:request_uri:" + chance.number(),
                json::token,
                json::token,
                json::object,
                json::object,
                () -> "' or 1=1; drop table client --",
                () -> "<script>alert(1)</script>",
                () -> "${jndi:ldap://127.0.0.1:1/x}#{1+1}",
                () -> "../../etc/passwd",
                () -> "\r\nSet-Cookie: a=b",
                () -> "\u0000\u0001\uFFFD\u202E\uD83D\uDE00",
                () -> "\uD800",
                () -> String.valueOf(chance.number()),
                () -> "-1",
                () -> "1e309",
                () -> "https://127.0.0.1/" + chance.below(100));
    }

    String value() {
        return chance.made(values);
    }

    String token() {
        return json.token();
    }

    String object() {
        return json.object();
    }

    TestClient client() {
        return chance.of(TestClients.all());
    }

    /** Names and values without sense, or a request that was right before something in it was spoilt. */
    Parameters form() {
        Parameters form = chance.oneIn(3) ? Parameters.none() : chance.oneIn(2) ? authorization() : exchange();
        int changes = chance.below(6);
        for (int each = 0; each < changes; each++) {
            form = changed(form);
        }
        return form;
    }

    private Parameters changed(Parameters form) {
        String name = chance.of(NAMES);
        return switch (chance.below(4)) {
            case 0 -> form.adding(name, value());
            case 1 -> form.without(name);
            default -> form.with(name, value());
        };
    }

    private Parameters authorization() {
        TestClient client = client();
        return Parameters.none()
                .with("client_id", client.id())
                .with("redirect_uri", client.redirectUris().isEmpty() ? "" : client.redirectUri())
                .with("response_type", "code")
                .with("scope", "openid")
                .with("state", "state-of-sufficient-length")
                .with("nonce", "nonce-of-sufficient-length")
                .with("code_challenge", Secrets.challenge("v".repeat(43)))
                .with("code_challenge_method", "S256");
    }

    private Parameters exchange() {
        return Parameters.none()
                .with("grant_type", chance.of(List.of("authorization_code", "refresh_token", "client_credentials")))
                .with("client_id", client().id())
                .with("code", value())
                .with("refresh_token", value())
                .with("token", value())
                .with("code_verifier", "v".repeat(43))
                .with("redirect_uri", TestClients.CONF_BASIC.redirectUri());
    }
}
