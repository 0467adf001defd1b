package org.ostiary.ejb.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ostiary.ejb.claims.ScopeClaims;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.issue.AuthenticationContext;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.authorize.Display;
import org.ostiary.ejb.protocol.authorize.Prompt;
import org.ostiary.ejb.protocol.authorize.ResponseMode;
import org.ostiary.ejb.protocol.authorize.ResponseType;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RequestObjects;
import org.ostiary.ejb.protocol.client.SubjectType;
import org.ostiary.ejb.protocol.pkce.CodeChallenge;
import org.ostiary.ejb.protocol.token.GrantType;

/**
 * What this provider can do, from the very lists that its rules use (OpenID Connect Discovery 1.0, section 3; RFC 8414,
 * section 2; RFC 9207, section 3). Both documents have the same members.
 */
final class ProviderMetadata {

    private static final List<String> SIGNING_ALGORITHMS =
            JwsAlgorithm.SIGNING.stream().map(JwsAlgorithm::value).toList();
    private static final List<String> ASSERTION_ALGORITHMS = Stream.concat(
                    JwsAlgorithm.SIGNING.stream(), Stream.of(JwsAlgorithm.HS256))
            .flatMap(algorithm -> algorithm.names().stream())
            .toList();

    private ProviderMetadata() {}

    static Map<String, Object> of(ProviderConfig config, ScopeClaims scopeClaims) {
        Issuer issuer = config.issuer();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", issuer.value());
        metadata.put("authorization_endpoint", issuer.endpoint("/api/oidc/authorization"));
        metadata.put("token_endpoint", issuer.endpoint("/api/oidc/token"));
        metadata.put(
                "pushed_authorization_request_endpoint", issuer.endpoint("/api/oidc/pushed-authorization-request"));
        metadata.put("require_pushed_authorization_requests", config.requirePushedAuthorizationRequests());
        metadata.put("userinfo_endpoint", issuer.endpoint("/api/oidc/userinfo"));
        metadata.put("introspection_endpoint", issuer.endpoint("/api/oidc/introspection"));
        metadata.put("revocation_endpoint", issuer.endpoint("/api/oidc/revocation"));
        metadata.put("end_session_endpoint", issuer.endpoint("/api/oidc/end-session"));
        metadata.put("check_session_iframe", issuer.endpoint("/api/oidc/check-session"));
        metadata.put("jwks_uri", issuer.endpoint("/jwks.json"));
        metadata.put("scopes_supported", scopeClaims.published());
        metadata.put(
                "response_types_supported",
                ResponseType.allowed(config.enableTokenResponseTypes()).stream()
                        .map(ResponseType::value)
                        .toList());
        metadata.put(
                "response_modes_supported",
                Arrays.stream(ResponseMode.values()).map(ResponseMode::value).toList());
        metadata.put(
                "grant_types_supported",
                Stream.concat(Arrays.stream(GrantType.values()).map(GrantType::value), Stream.of("implicit"))
                        .toList());
        metadata.put("acr_values_supported", AuthenticationContext.REACHABLE);
        metadata.put(
                "subject_types_supported",
                Arrays.stream(SubjectType.values()).map(SubjectType::value).toList());
        metadata.put("id_token_signing_alg_values_supported", SIGNING_ALGORITHMS);
        metadata.put("authorization_signing_alg_values_supported", SIGNING_ALGORITHMS);
        metadata.put("userinfo_signing_alg_values_supported", SIGNING_ALGORITHMS);
        metadata.put("introspection_signing_alg_values_supported", SIGNING_ALGORITHMS);
        metadata.put(
                "token_endpoint_auth_methods_supported",
                Arrays.stream(ClientAuthenticationMethod.values())
                        .map(ClientAuthenticationMethod::value)
                        .toList());
        metadata.put("token_endpoint_auth_signing_alg_values_supported", ASSERTION_ALGORITHMS);
        List<String> confidential = Arrays.stream(ClientAuthenticationMethod.values())
                .filter(method -> method != ClientAuthenticationMethod.NONE)
                .map(ClientAuthenticationMethod::value)
                .toList();
        metadata.put("introspection_endpoint_auth_methods_supported", confidential);
        metadata.put("introspection_endpoint_auth_signing_alg_values_supported", ASSERTION_ALGORITHMS);
        metadata.put(
                "revocation_endpoint_auth_methods_supported", metadata.get("token_endpoint_auth_methods_supported"));
        metadata.put("revocation_endpoint_auth_signing_alg_values_supported", ASSERTION_ALGORITHMS);
        metadata.put(
                "display_values_supported",
                Arrays.stream(Display.values()).map(Display::value).toList());
        metadata.put(
                "prompt_values_supported",
                config.authorizationRules(scopeClaims.scopes()).promptsKnown().stream()
                        .map(Prompt::value)
                        .toList());
        metadata.put("backchannel_logout_supported", true);
        metadata.put("backchannel_logout_session_supported", true);
        metadata.put("frontchannel_logout_supported", true);
        metadata.put("frontchannel_logout_session_supported", true);
        metadata.put("claim_types_supported", List.of("normal"));
        metadata.put("claims_supported", claims(scopeClaims));
        metadata.put("claims_parameter_supported", true);
        metadata.put("request_parameter_supported", true);
        metadata.put(
                "request_object_signing_alg_values_supported",
                RequestObjects.ALGORITHMS.stream()
                        .flatMap(algorithm -> algorithm.names().stream())
                        .toList());
        // Left out, this one would mean true (OpenID Connect Discovery 1.0, section 3).
        metadata.put("request_uri_parameter_supported", true);
        metadata.put("require_request_uri_registration", true);
        metadata.put("ui_locales_supported", Language.tags());
        metadata.put(
                "code_challenge_methods_supported",
                config.enablePkcePlainChallenge()
                        ? List.of(CodeChallenge.S256, CodeChallenge.PLAIN)
                        : List.of(CodeChallenge.S256));
        metadata.put("authorization_response_iss_parameter_supported", true);
        return metadata;
    }

    /** Those of userinfo, and those that only an ID token has. */
    private static List<String> claims(ScopeClaims scopeClaims) {
        List<String> claims = new ArrayList<>(List.of(
                "iss", "aud", "exp", "iat", "auth_time", "sid", "nonce", "at_hash", "c_hash", "amr", "acr", "azp"));
        claims.addAll(scopeClaims.all());
        return claims;
    }
}
