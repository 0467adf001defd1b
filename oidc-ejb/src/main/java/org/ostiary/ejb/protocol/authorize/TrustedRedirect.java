package org.ostiary.ejb.protocol.authorize;

import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_REQUEST;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.TokenResponse;

/**
 * A place that may be sent an authorization response, because the client registered it.
 *
 * <p>There is no other way to build a response than from here; what fails before is shown, never redirected (RFC 6749,
 * section 4.1.2.1).
 */
public final class TrustedRedirect {

    /** The redirect URI is one of the client. */
    public static final Rule REGISTERED = new Rule("redirect-uri-registered", "OIDC Core 1.0, section 3.1.2.1");
    /** The response mode is one that the client may use. */
    public static final Rule RESPONSE_MODE = new Rule("response-mode-registered", "OIDC Core 1.0, section 3.1.2.6");

    private final Issuer issuer;
    private final String redirectUri;
    private final ResponseMode responseMode;
    private final @Nullable String state;
    private final @Nullable String sessionState;

    private TrustedRedirect(
            Issuer issuer,
            String redirectUri,
            ResponseMode responseMode,
            @Nullable String state,
            @Nullable String sessionState) {
        this.issuer = issuer;
        this.redirectUri = redirectUri;
        this.responseMode = responseMode;
        this.state = state;
        this.sessionState = sessionState;
    }

    /**
     * Finds out where the response to a request may go.
     *
     * @throws OAuthException invalid_request when the redirect URI is missing or not registered, or the response mode is one
     *     the client may not use
     */
    public static TrustedRedirect of(Issuer issuer, RegisteredClient client, RequestParameters parameters) {
        try {
            return read(issuer, client, parameters);
        } catch (OAuthException refusal) {
            throw refusal.concerning(client.clientId());
        }
    }

    private static TrustedRedirect read(Issuer issuer, RegisteredClient client, RequestParameters parameters) {
        String redirectUri = parameters.require("redirect_uri");
        if (!RedirectUris.registered(client, redirectUri)) {
            throw new OAuthException(
                    INVALID_REQUEST,
                    REGISTERED,
                    "The redirect_uri is not one that the client registered, compared character by character",
                    RedirectUris.whyNot(client, redirectUri));
        }
        return new TrustedRedirect(
                issuer,
                redirectUri,
                responseMode(client, parameters),
                parameters.find("state").orElse(null),
                null);
    }

    /**
     * The mode asked for, else the usual one of the response type. A type that the client may not use has only an error to
     * carry, which is no secret.
     */
    private static ResponseMode responseMode(RegisteredClient client, RequestParameters parameters) {
        ResponseType type = parameters
                .find("response_type")
                .flatMap(ResponseType::of)
                .filter(known -> client.responseTypes().contains(known.value()))
                .orElse(ResponseType.CODE);
        String asked = parameters.find("response_mode").orElse(type.usualMode().value());
        ResponseMode mode = ResponseMode.of(asked)
                .filter(known -> client.responseModes().contains(known.value()))
                .orElseThrow(() -> refuseMode(
                        "The response_mode, " + type.usualMode().value()
                                + " when left out, must be one that the client registered: "
                                + String.join(", ", client.responseModes()),
                        Facts.ofChoice("response_mode", asked, client.responseModes())))
                .meantFor(type);
        if (type.hasToken() && mode.inQuery()) {
            throw refuseMode("A token must not travel in a query: the response_mode must be another one", null);
        }
        return mode;
    }

    private static OAuthException refuseMode(String description, @Nullable Facts facts) {
        return new OAuthException(INVALID_REQUEST, RESPONSE_MODE, description, facts);
    }

    /** The same, whose every response says what the state of the browser is; null says nothing. */
    public TrustedRedirect withSessionState(@Nullable String value) {
        return new TrustedRedirect(issuer, redirectUri, responseMode, state, value);
    }

    public String redirectUri() {
        return redirectUri;
    }

    /** The response that carries an authorization code (RFC 6749, section 4.1.2). */
    public AuthorizationResponse code(String code) {
        return answer(code, null, null);
    }

    /**
     * The response to a request that was granted (RFC 6749, section 4.2.2; OIDC Core 1.0, sections 3.1.2.5, 3.2.2.5 and
     * 3.3.2.5). What the response type does not name is null.
     *
     * @param accessToken a response without any other token
     */
    public AuthorizationResponse answer(
            @Nullable String code, @Nullable TokenResponse accessToken, @Nullable String idToken) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (code != null) {
            parameters.put("code", code);
        }
        if (accessToken != null) {
            accessToken.members().forEach((name, value) -> parameters.put(name, value.toString()));
        }
        if (idToken != null) {
            parameters.put("id_token", idToken);
        }
        return response(parameters);
    }

    /**
     * The response that carries an error (RFC 6749, section 4.1.2.1).
     *
     * @param description for the developer of the client
     */
    public RedirectedError error(OAuthException refusal, String description) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", refusal.code().code());
        parameters.put("error_description", description);
        return new RedirectedError(refusal, response(parameters));
    }

    private AuthorizationResponse response(Map<String, String> result) {
        Map<String, String> parameters = new LinkedHashMap<>(result);
        if (state != null) {
            parameters.put("state", state);
        }
        parameters.put("iss", issuer.value());
        if (sessionState != null) {
            parameters.put("session_state", sessionState);
        }
        return new AuthorizationResponse(redirectUri, responseMode, parameters);
    }
}
