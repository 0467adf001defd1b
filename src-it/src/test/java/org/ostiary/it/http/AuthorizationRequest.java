package org.ostiary.it.http;

import java.net.URI;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClient;

/**
 * A request for the authorization endpoint, with the code verifier that belongs to it. Immutable: break one thing with
 * {@link #with} or {@link #without}.
 *
 * @param client who asks
 * @param parameters what is sent
 * @param verifier the verifier of the code_challenge in a valid request
 */
public record AuthorizationRequest(TestClient client, Parameters parameters, String verifier) {
    /** A complete request: code flow, scope openid, state, nonce, S256. */
    public static AuthorizationRequest valid(TestClient client) {
        String verifier = Secrets.verifier();
        Parameters parameters = Parameters.none()
                .with("response_type", "code")
                .with("client_id", client.id())
                .with("redirect_uri", client.redirectUri())
                .with("scope", "openid")
                .with("state", Secrets.random())
                .with("nonce", Secrets.random())
                .with("code_challenge", Secrets.challenge(verifier))
                .with("code_challenge_method", "S256");
        return new AuthorizationRequest(client, parameters, verifier);
    }

    /** This request with one parameter set or replaced. */
    public AuthorizationRequest with(String name, String value) {
        return new AuthorizationRequest(client, parameters.with(name, value), verifier);
    }

    /** This request with a parameter once more. */
    public AuthorizationRequest adding(String name, String value) {
        return new AuthorizationRequest(client, parameters.adding(name, value), verifier);
    }

    /** This request without one parameter. */
    public AuthorizationRequest without(String name) {
        return new AuthorizationRequest(client, parameters.without(name), verifier);
    }

    /** This request without PKCE. */
    public AuthorizationRequest withoutPkce() {
        return without("code_challenge").without("code_challenge_method");
    }

    /** The value that is sent; fails when there is none. */
    public String value(String name) {
        return parameters.require(name);
    }

    /** The address to open in a browser. */
    public URI on(OstiaryServer server) {
        return server.endpoint("/api/oidc/authorization?" + parameters.encoded());
    }
}
