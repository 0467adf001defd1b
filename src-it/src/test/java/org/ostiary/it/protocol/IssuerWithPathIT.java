package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Callback;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.security.OwnServers;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** An issuer below a path of its host: {@code http://localhost:PORT/t1}. */
class IssuerWithPathIT {
    private final OstiaryServer server = OwnServers.belowAPath();
    private final URI issuer = server.issuer();

    @Test
    @DisplayName(
            "S33, RFC 8414 3.1 and Discovery 4: one name goes before the path, the other behind it, both say the same")
    void findsBothDocuments() {
        Answer appended = get("/t1/.well-known/openid-configuration");
        Answer inserted = get("/.well-known/oauth-authorization-server/t1");
        assertThat(appended.status()).isEqualTo(200);
        assertThat(inserted.status()).isEqualTo(200);
        assertThat(inserted.json()).isEqualTo(appended.json()).containsEntry("issuer", issuer.toString());
        assertThat(inserted.header("ETag")).isEqualTo(appended.header("ETag")).isPresent();
        assertThat(inserted.header("Access-Control-Allow-Origin")).hasValue("*");
        for (String wrong : List.of(
                "/.well-known/oauth-authorization-server/t2",
                "/t1/t1/.well-known/openid-configuration",
                "/t1/nope",
                "/t2/.well-known/openid-configuration",
                "/T1/.well-known/openid-configuration")) {
            assertThat(get(wrong).status()).as(wrong).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("S03: every advertised address is below the issuer and answers there")
    void advertisesAddressesBelowThePath() {
        Map<String, Object> document =
                get("/t1/.well-known/openid-configuration").json();
        for (String name : List.of("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")) {
            String address = String.valueOf(document.get(name));
            assertThat(address).startsWith(issuer + "/");
            assertThat(new UserAgent().get(URI.create(address)).status()).isIn(200, 400, 401, 405);
        }
    }

    @Test
    @DisplayName("S02: a person stays below the path from the request to the answer")
    void staysBelowThePath() {
        AuthorizationRequest request = AuthorizationRequest.valid(TestClients.EXPLICIT_CONSENT);
        Journey journey = new Journey(server);
        Answer login = journey.open(URI.create(
                issuer + "/api/oidc/authorization?" + request.parameters().encoded()));
        assertThat(Journey.isLogin(login)).isTrue();
        assertStaysBelow(login);
        Answer consent = journey.logIn(login, "alice", TestAccounts.ALICE.password());
        assertThat(Journey.isConsent(consent)).isTrue();
        assertStaysBelow(consent);
        Callback callback = journey.arrived(journey.allow(consent));
        assertThat(callback.parameters().require("iss")).isEqualTo(issuer.toString());

        RelyingParty application = new RelyingParty(server, TestClients.EXPLICIT_CONSENT);
        Tokens tokens = application.redemption(request, callback.code()).tokens();
        assertThat(application.verifiedIdToken(tokens)).containsEntry("iss", issuer.toString());

        Answer logout = journey.open(URI.create(issuer + "/logout.xhtml"));
        assertStaysBelow(logout);
        HtmlForm form = logout.form();
        assertThat(journey.browser()
                        .post(form.action(), form.press("logout-confirm"))
                        .location()
                        .getPath())
                .isEqualTo("/t1/signed-out.xhtml");
    }

    @Test
    @DisplayName("W14, W15: below the path, too, errors are ours and nothing hidden is shown")
    void answersErrorsBelowThePath() {
        assertThat(get("/t1/api/oidc/nope").header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(get("/t1/api/oidc/token").status()).isEqualTo(405);
        assertThat(get("/t1/nope").header("Content-Type").orElse("")).startsWith("text/html");
        for (String path : List.of(
                "/t1/WEB-INF/web.xml",
                "/t1/web-inf/web.xml",
                "/t1/META-INF/MANIFEST.MF",
                "/t1/WEB%2DINF/web.xml",
                "/t1/WEB-INF/pages/frame.xhtml",
                "/t1//WEB-INF/web.xml",
                "/t1/;/WEB-INF/web.xml",
                "/t1/error")) {
            Answer answer = get(path);
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("<web-app", "ui:composition", "Manifest-Version");
            assertThat(answer.header("Content-Security-Policy")).as(path).isPresent();
        }
    }

    @Test
    @DisplayName("A10: the switch for plain http is told in the log and by the readiness probe, and does what it says")
    void tellsThatItIsInsecure() {
        assertThat(server.logSinceStart()).containsPattern("WARN.*oidc\\.allow-insecure-redirect-uris");
        assertThat(get("/health/ready").json()).containsEntry("insecure", true);
        AuthorizationRequest request = AuthorizationRequest.valid(TestClients.CONF_BASIC)
                .with("client_id", "plain-http")
                .with("redirect_uri", "http://rp.test/cb")
                .with("prompt", "none");
        assertThat(new UserAgent().get(request.on(server)).location().toString())
                .startsWith("http://rp.test/cb?error=login_required");
    }

    @Test
    @DisplayName("S19, S31: sub and keys survive a restart")
    void keepsSubjectsOverARestart() {
        RelyingParty application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
        String sub = sub(application);
        String keys = get("/t1/jwks.json").body();
        server.restart();
        assertThat(get("/t1/jwks.json").body()).isEqualTo(keys);
        assertThat(sub(application)).isEqualTo(sub);
    }

    private static String sub(RelyingParty application) {
        Tokens tokens = application.tokensFor(TestAccounts.ALICE, application.validRequest());
        return String.valueOf(application.verifiedIdToken(tokens).get("sub"));
    }

    private void assertStaysBelow(Answer page) {
        assertThat(page.uri().getPath()).startsWith("/t1/");
        assertThat(page.form().action().getPath()).startsWith("/t1/");
        assertThat(page.body()).doesNotContainPattern("(href|src|action)=\"/(?!t1/)");
        String style = page.body().replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
        assertThat(get(style).header("Content-Type").orElse("")).startsWith("text/css");
    }

    private Answer get(String path) {
        return new UserAgent().get(server.endpoint(path));
    }
}
