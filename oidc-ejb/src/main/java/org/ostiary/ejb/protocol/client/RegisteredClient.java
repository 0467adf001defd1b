package org.ostiary.ejb.protocol.client;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client as it is registered: what it may ask for and how it is treated (OpenID Connect Registration 1.0, section 2).
 * Its secret is not here. The sets keep the order of the registration. What belongs together has a record of its own.
 *
 * @param resourceServer whether the client may introspect tokens that are not its own (RFC 7662, section 2.1)
 * @param administration what it may do about the provider itself with a token that it got for itself
 */
public record RegisteredClient(
        String clientId,
        String clientName,
        ApplicationType applicationType,
        ClientAuthenticationMethod tokenEndpointAuthMethod,
        Set<String> redirectUris,
        Set<String> scopes,
        Set<String> grantTypes,
        Set<String> responseTypes,
        Set<String> responseModes,
        ClientPolicy authorizationPolicy,
        ClientConsent consent,
        boolean requirePkce,
        @Nullable String initiateLoginUri,
        ClientKeys keys,
        SignedAnswers signed,
        ClientAudience audience,
        ClientSubject subject,
        RequestObjects requestObjects,
        ClientLifespans lifespans,
        ClientClaims claims,
        ClientStrictness strictness,
        ClientEndpoints endpoints,
        ClientDefaults defaults,
        ClientAbout about,
        ClientLogout logout,
        boolean resourceServer,
        AdministrationRole administration) {

    public RegisteredClient {
        redirectUris = copy(redirectUris);
        scopes = copy(scopes);
        grantTypes = copy(grantTypes);
        responseTypes = copy(responseTypes);
        responseModes = copy(responseModes);
    }

    /** How the client proves who it is there: as at the token endpoint, where nothing else is registered. */
    public EndpointAuthentication authentication(AuthenticatedEndpoint endpoint) {
        return endpoints
                .others()
                .getOrDefault(endpoint, new EndpointAuthentication(tokenEndpointAuthMethod, keys.assertionAlgorithm()));
    }

    /** Every method that the client uses somewhere. */
    public Set<ClientAuthenticationMethod> authenticationMethods() {
        Set<ClientAuthenticationMethod> methods = EnumSet.of(tokenEndpointAuthMethod);
        endpoints.others().values().forEach(each -> methods.add(each.method()));
        return methods;
    }

    /** Whether the client cannot keep a secret (RFC 6749, section 2.1). */
    public boolean isPublic() {
        return tokenEndpointAuthMethod == ClientAuthenticationMethod.NONE;
    }

    private static Set<String> copy(Set<String> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
}
