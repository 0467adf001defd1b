package org.ostiary.ejb.client;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.client.ApplicationType;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.ClientAbout;
import org.ostiary.ejb.protocol.client.ClientAudience;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.ClientClaims;
import org.ostiary.ejb.protocol.client.ClientConsent;
import org.ostiary.ejb.protocol.client.ClientDefaults;
import org.ostiary.ejb.protocol.client.ClientEndpoints;
import org.ostiary.ejb.protocol.client.ClientKeys;
import org.ostiary.ejb.protocol.client.ClientLifespans;
import org.ostiary.ejb.protocol.client.ClientLogout;
import org.ostiary.ejb.protocol.client.ClientStrictness;
import org.ostiary.ejb.protocol.client.ClientSubject;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.EndpointAuthentication;
import org.ostiary.ejb.protocol.client.IdTokenAudience;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.client.RequestObjects;
import org.ostiary.ejb.protocol.client.RevokeOnLogout;
import org.ostiary.ejb.protocol.client.SignedAnswers;
import org.ostiary.ejb.protocol.client.SubjectType;

/**
 * A client's metadata as the JSON object of RFC 7591, section 2, with this product's own members beside the registered ones.
 * A member that an older version did not write is read as its standard.
 */
final class ClientMetadataJson {

    private static final String AUTH_METHOD = "_auth_method";
    private static final String AUTH_ALGORITHM = "_auth_signing_alg";

    private ClientMetadataJson() {}

    static String write(RegisteredClient client) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("client_name", client.clientName());
        members.put("application_type", client.applicationType().value());
        members.put(
                "token_endpoint_auth_method", client.tokenEndpointAuthMethod().value());
        members.put("redirect_uris", client.redirectUris());
        members.put("scopes", client.scopes());
        members.put("grant_types", client.grantTypes());
        members.put("response_types", client.responseTypes());
        members.put("response_modes", client.responseModes());
        ClientPolicyJson.write(client.authorizationPolicy(), members);
        write(client.consent(), members);
        members.put("require_pkce", client.requirePkce());
        members.put("initiate_login_uri", client.initiateLoginUri());
        write(client.keys(), members);
        write(client.signed(), members);
        write(client.requestObjects(), members);
        members.put("audience", client.audience().allowed());
        members.put("requested_audience_mode", client.audience().mode().value());
        members.put("subject_type", client.subject().type().value());
        members.put("sector_identifier_uri", client.subject().sectorIdentifierUri());
        members.put("sector", client.subject().sector());
        members.put("lifespans", seconds(client.lifespans()));
        write(client.claims(), members);
        write(client.strictness(), members);
        write(client.endpoints(), members);
        write(client.defaults(), members);
        write(client.about(), members);
        write(client.logout(), members);
        members.put("resource_server", client.resourceServer());
        members.put("administration_role", client.administration().value());
        members.values().removeIf(value -> value == null);
        return JsonText.object(members);
    }

    private static void write(ClientConsent consent, Map<String, @Nullable Object> members) {
        members.put("consent_mode", consent.mode().value());
        members.put("pre_configured_consent_duration", consent.remembered().toSeconds());
        members.put("optional_scopes", consent.optionalScopes());
        members.put("required_scopes", consent.requiredScopes());
    }

    private static void write(ClientKeys keys, Map<String, @Nullable Object> members) {
        members.put("jwks", keys.jwks());
        members.put("jwks_uri", keys.jwksUri());
        members.put("token_endpoint_auth_signing_alg", text(keys.assertionAlgorithm()));
        members.put("allow_token_endpoint_audience", keys.tokenEndpointAudience());
    }

    private static void write(SignedAnswers signed, Map<String, @Nullable Object> members) {
        members.put("id_token_signed_response_alg", signed.idToken().value());
        members.put("authorization_signed_response_alg", signed.authorization().value());
        members.put("userinfo_signed_response_alg", text(signed.userinfo()));
        members.put("introspection_signed_response_alg", text(signed.introspection()));
        members.put("access_token_signed_response_alg", text(signed.accessToken()));
    }

    private static void write(RequestObjects objects, Map<String, @Nullable Object> members) {
        members.put("require_pushed_authorization_requests", objects.requirePushed());
        members.put("require_signed_request_object", objects.requireSigned());
        members.put("request_object_signing_alg", text(objects.algorithm()));
        members.put("request_uris", objects.requestUris());
    }

    private static void write(ClientStrictness strictness, Map<String, @Nullable Object> members) {
        members.put("strict_scopes", strictness.strictScopes());
        members.put("minimum_parameter_entropy", strictness.minimumParameterEntropy());
        members.put("pkce_challenge_method", strictness.challengeMethod());
        members.put(
                "debug_until",
                strictness.debugUntil() == null ? null : strictness.debugUntil().toString());
    }

    private static void write(ClientEndpoints endpoints, Map<String, @Nullable Object> members) {
        endpoints.others().forEach((endpoint, authentication) -> {
            members.put(
                    endpoint.metadataName() + AUTH_METHOD,
                    authentication.method().value());
            members.put(endpoint.metadataName() + AUTH_ALGORITHM, text(authentication.algorithm()));
        });
        members.put("allow_multiple_auth_methods", endpoints.severalMethods());
    }

    private static void write(ClientClaims claims, Map<String, @Nullable Object> members) {
        members.put("claims_policy", claims.policy());
        members.put("id_token_claims", claims.idToken());
        members.put("access_token_claims", claims.accessToken());
        members.put("custom_claims", claims.custom());
        members.put("id_token_audience_mode", claims.audience().value());
    }

    private static void write(ClientDefaults defaults, Map<String, @Nullable Object> members) {
        members.put(
                "default_max_age",
                defaults.maxAge() == null ? null : defaults.maxAge().toSeconds());
        members.put("require_auth_time", defaults.requireAuthTime());
        members.put("default_acr_values", defaults.acrValues());
    }

    private static void write(ClientAbout about, Map<String, @Nullable Object> members) {
        members.put("logo_uri", about.logoUri());
        members.put("policy_uri", about.policyUri());
        members.put("tos_uri", about.tosUri());
        members.put("contacts", about.contacts());
    }

    private static void write(ClientLogout logout, Map<String, @Nullable Object> members) {
        members.put("post_logout_redirect_uris", logout.redirectUris());
        members.put("backchannel_logout_uri", logout.backChannelUri());
        members.put("backchannel_logout_session_required", logout.backChannelSession());
        members.put("frontchannel_logout_uri", logout.frontChannelUri());
        members.put("frontchannel_logout_session_required", logout.frontChannelSession());
        members.put("revoke_on_logout", logout.revoke().value());
    }

    private static @Nullable String text(@Nullable JwsAlgorithm algorithm) {
        return algorithm == null ? null : algorithm.value();
    }

    private static Map<String, Object> seconds(ClientLifespans lifespans) {
        Map<String, Object> seconds = new LinkedHashMap<>();
        lifespans.values().forEach((token, lifespan) -> seconds.put(token, lifespan.toSeconds()));
        return seconds;
    }

    static RegisteredClient read(String clientId, String metadata) {
        StoredMembers json = StoredMembers.of(metadata);
        return new RegisteredClient(
                clientId,
                json.require("client_name", Function.identity()),
                json.require("application_type", known(ApplicationType::of)),
                json.require("token_endpoint_auth_method", known(ClientAuthenticationMethod::of)),
                json.texts("redirect_uris"),
                json.texts("scopes"),
                json.texts("grant_types"),
                json.texts("response_types"),
                json.texts("response_modes"),
                ClientPolicyJson.read(json),
                new ClientConsent(
                        json.require("consent_mode", known(ConsentMode::of)),
                        Duration.ofSeconds(json.number("pre_configured_consent_duration")),
                        json.texts("optional_scopes"),
                        json.texts("required_scopes")),
                json.flag("require_pkce"),
                json.text("initiate_login_uri"),
                keys(json),
                signed(json),
                new ClientAudience(
                        json.texts("audience"),
                        json.find("requested_audience_mode", known(AudienceMode::of), AudienceMode.EXPLICIT)),
                new ClientSubject(
                        json.find("subject_type", known(SubjectType::of), SubjectType.PUBLIC),
                        json.text("sector_identifier_uri"),
                        json.find("sector", Function.identity(), ClientSubject.PUBLIC_SECTOR)),
                requestObjects(json),
                new ClientLifespans(json.durations("lifespans")),
                new ClientClaims(
                        json.text("claims_policy"),
                        json.texts("id_token_claims"),
                        json.texts("access_token_claims"),
                        json.textsByName("custom_claims"),
                        json.find("id_token_audience_mode", known(IdTokenAudience::of), IdTokenAudience.SPECIFICATION)),
                json.strictness(),
                endpoints(json),
                new ClientDefaults(
                        json.duration("default_max_age"),
                        json.flag("require_auth_time"),
                        json.texts("default_acr_values")),
                new ClientAbout(
                        json.text("logo_uri"), json.text("policy_uri"), json.text("tos_uri"), json.texts("contacts")),
                logout(json),
                json.flag("resource_server"),
                json.find("administration_role", known(AdministrationRole::of), AdministrationRole.NONE));
    }

    private static ClientEndpoints endpoints(StoredMembers json) {
        Map<AuthenticatedEndpoint, EndpointAuthentication> others = new EnumMap<>(AuthenticatedEndpoint.class);
        for (AuthenticatedEndpoint endpoint : AuthenticatedEndpoint.values()) {
            String method = json.text(endpoint.metadataName() + AUTH_METHOD);
            if (endpoint != AuthenticatedEndpoint.TOKEN && method != null) {
                others.put(
                        endpoint,
                        new EndpointAuthentication(
                                known(ClientAuthenticationMethod::of).apply(method),
                                json.algorithm(endpoint.metadataName() + AUTH_ALGORITHM)));
            }
        }
        return new ClientEndpoints(others, json.flag("allow_multiple_auth_methods"));
    }

    private static ClientLogout logout(StoredMembers json) {
        return new ClientLogout(
                json.texts("post_logout_redirect_uris"),
                json.text("backchannel_logout_uri"),
                json.flag("backchannel_logout_session_required"),
                json.text("frontchannel_logout_uri"),
                json.flag("frontchannel_logout_session_required"),
                json.find("revoke_on_logout", known(RevokeOnLogout::of), RevokeOnLogout.AUTO));
    }

    private static ClientKeys keys(StoredMembers json) {
        return new ClientKeys(
                json.text("jwks"),
                json.text("jwks_uri"),
                json.algorithm("token_endpoint_auth_signing_alg"),
                json.flag("allow_token_endpoint_audience"));
    }

    private static SignedAnswers signed(StoredMembers json) {
        SignedAnswers standard = SignedAnswers.STANDARD;
        return new SignedAnswers(
                json.find("id_token_signed_response_alg", known(JwsAlgorithm::of), standard.idToken()),
                json.find("authorization_signed_response_alg", known(JwsAlgorithm::of), standard.authorization()),
                json.algorithm("userinfo_signed_response_alg"),
                json.algorithm("introspection_signed_response_alg"),
                json.algorithm("access_token_signed_response_alg"));
    }

    private static RequestObjects requestObjects(StoredMembers json) {
        return new RequestObjects(
                json.flag("require_pushed_authorization_requests"),
                json.flag("require_signed_request_object"),
                json.algorithm("request_object_signing_alg"),
                json.texts("request_uris"));
    }

    private static <T> Function<String, T> known(Function<String, Optional<T>> of) {
        return StoredMembers.known(of);
    }
}
