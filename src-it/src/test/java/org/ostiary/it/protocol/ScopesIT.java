package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertRedirected;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.security.OwnServers;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Scopes decide what a client learns, and each client has its own (RFC 6749, section 3.3; OIDC Core 1.0, section 5.4). */
@OnEveryServer
class ScopesIT {
    private final OstiaryServer server;
    private final RelyingParty application;
    private final Journey journey;

    ScopesIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
        this.journey = new Journey(server);
    }

    @Test
    @DisplayName("S05, S16, OIDC Core 5.4: each scope gives its claims, and nothing else is given")
    void givesTheClaimsOfTheScopes() {
        assertThat(claims("openid").keySet()).containsExactly("sub");
        Map<String, Object> profile = claims("openid profile");
        assertThat(profile).containsEntry("preferred_username", "alice").containsEntry("name", "Alice Example");
        assertThat(profile.keySet()).isSubsetOf("sub", "preferred_username", "name", "updated_at");
        assertThat(claims("openid email").keySet())
                .isSubsetOf("sub", "email", "email_verified")
                .contains("email");
        assertThat(claims("openid groups").keySet()).containsExactlyInAnyOrder("sub", "groups");
        Set<String> all = claims("groups email profile openid").keySet();
        assertThat(all).contains("preferred_username", "email", "groups").doesNotContain("password", "disabled", "id");
    }

    @Test
    @DisplayName("S05, OIDC Core 3.1.2.1: unknown scopes are ignored, and the answer says what was granted")
    void ignoresUnknownScopes() {
        Tokens tokens = tokens("openid offline_access unknown:scope email https://api.test/read");
        assertThat(tokens.member("scope").split(" ", -1)).containsExactlyInAnyOrder("openid", "email");
        assertThat(tokens.members()).doesNotContainKey("refresh_token");
    }

    @Test
    @DisplayName("S05: without openid there is an access token, no ID token, and no userinfo")
    void isPlainOAuthWithoutOpenid() {
        Tokens tokens = tokens("email");
        assertThat(tokens.members()).doesNotContainKey("id_token");
        assertThat(tokens.member("scope")).isEqualTo("email");
        Answer refused = application.userinfo(tokens.accessToken());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("insufficient_scope");
        assertThat(refused.header("WWW-Authenticate").orElse(""))
                .startsWith("Bearer ")
                .contains("insufficient_scope");
    }

    @Test
    @DisplayName("S05, RFC 6749 4.1.2.1: no known scope at all is invalid_scope")
    void refusesNoKnownScope() {
        for (String scope : List.of("unknown", "OPENID", "openid\tprofile", "openid,profile", "\"openid\"")) {
            AuthorizationRequest request = application.validRequest().with("scope", scope);
            assertRedirected(new UserAgent().get(request.on(server)), request, "invalid_scope", server);
        }
        AuthorizationRequest without = application.validRequest().without("scope");
        assertRedirected(new UserAgent().get(without.on(server)), without, "invalid_scope", server);
    }

    @Test
    @DisplayName("S05: a scope that is known but not this client's is invalid_scope, by redirect")
    void refusesForeignScopes() {
        OstiaryServer other = OwnServers.belowAPath();
        AuthorizationRequest request = AuthorizationRequest.valid(TestClients.CONF_BASIC)
                .with("client_id", "odd-secret")
                .with("redirect_uri", "https://odd.test/cb");
        AuthorizationRequest allowed = request.with("scope", "openid email unknown");
        assertThat(new UserAgent().get(allowed.on(other)).location().getPath()).endsWith("/login.xhtml");
        AuthorizationRequest refused = request.with("scope", "openid groups");
        assertRedirected(new UserAgent().get(refused.on(other)), refused, "invalid_scope", other);
    }

    @Test
    @DisplayName("RFC 6749 5.1: the token answer says type, lifetime and scope, and is not kept")
    void answersCompletely() {
        Tokens tokens = tokens("openid");
        assertThat(tokens.member("token_type")).isEqualTo("Bearer");
        assertThat(tokens.members().get("expires_in")).isEqualTo(3600L);
        assertThat(tokens.answer().header("Cache-Control")).hasValue("no-store");
        assertThat(tokens.answer().header("ETag")).isEmpty();
        assertThat(tokens.answer().header("Content-Type")).hasValue("application/json");
    }

    private Map<String, Object> claims(String scope) {
        return application.userinfo(tokens(scope).accessToken()).json();
    }

    private Tokens tokens(String scope) {
        return application.tokensFor(
                journey, TestAccounts.ALICE, application.validRequest().with("scope", scope));
    }
}
