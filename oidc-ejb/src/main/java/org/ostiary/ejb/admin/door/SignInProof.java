package org.ostiary.ejb.admin.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.AdminRefusal.Kind;
import org.ostiary.ejb.config.AdministrationClient;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.hint.IdTokenHints;
import org.ostiary.ejb.issue.AuthenticationContext;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.pkce.CodeChallenge;
import org.ostiary.ejb.protocol.pkce.CodeVerifier;

/** What the pages ask for when somebody is to sign in, and what the ID token that they get must say (OIDC Core 1.0, section 3.1). */
@ApplicationScoped
class SignInProof {

    @Inject
    IdTokenHints idTokens;

    @Inject
    ProviderConfig config;

    /** The authorization request. */
    RequestParameters request(SignInAttempt attempt) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("client_id", AdministrationClient.ID);
        request.put("redirect_uri", redirectUri());
        request.put("response_type", "code");
        request.put("scope", Scopes.OPENID + " " + Scopes.ADMIN);
        request.put("resource", config.administrationAudience());
        request.put("acr_values", AuthenticationContext.TWO_FACTORS);
        request.put("state", attempt.state());
        request.put("nonce", attempt.nonce());
        request.put(
                "code_challenge",
                CodeChallenge.of(new CodeVerifier(attempt.verifier())).value());
        request.put("code_challenge_method", CodeChallenge.S256);
        return RequestParameters.of(request);
    }

    /** Where the browser goes with the pushed request (RFC 9126, section 4). */
    String address(String reference) {
        return config.issuer().endpoint("/api/oidc/authorization") + "?client_id=" + AdministrationClient.ID
                + "&request_uri=" + FormEncoding.encode(reference);
    }

    String redirectUri() {
        return config.issuer().endpoint(AdministrationClient.REDIRECT_PATH);
    }

    /** Takes only an ID token for us, for this sign-in, of a person who proved two factors: checked, never assumed. */
    void require(String idToken, String nonce) {
        try {
            idTokens.subject(idToken, AdministrationClient.ID);
        } catch (OAuthException notOurs) {
            throw PagesDoorService.refuse("The ID token is none of ours");
        }
        JsonObject claims = claims(idToken);
        if (!nonce.equals(claims.getString("nonce", ""))) {
            throw PagesDoorService.refuse("The ID token answers another request");
        }
        if (!AuthenticationContext.TWO_FACTORS.equals(claims.getString("acr", ""))) {
            throw new AdminRefusal(
                    Kind.TOO_WEAK,
                    new Rule("administration-factors", "RFC 9470, section 3"),
                    "The person must have signed in with two factors");
        }
    }

    private static JsonObject claims(String idToken) {
        String encoded = idToken.split("\\.", -1)[1];
        return BoundedJson.read(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8))
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }
}
