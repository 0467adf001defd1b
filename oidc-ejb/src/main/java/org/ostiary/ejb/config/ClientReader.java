package org.ostiary.ejb.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.ApplicationType;
import org.ostiary.ejb.protocol.client.AuthorizationPolicy;
import org.ostiary.ejb.protocol.client.ClientConsent;
import org.ostiary.ejb.protocol.client.ClientEndpoints;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.EndpointAuthentication;
import org.ostiary.ejb.protocol.client.RedirectUriRegistration;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** Reads one client. Allowed is what this release can do, not all that the registry of client metadata knows. */
final class ClientReader {
    static final List<String> GRANT_TYPES =
            List.of("authorization_code", "refresh_token", "client_credentials", "implicit");

    private final String clientId;
    private final Settings settings;
    private final Findings findings;
    private final FreeKeys free;

    ClientReader(String clientId, Settings settings, Findings findings, FreeKeys free) {
        this.free = free;
        this.clientId = clientId;
        this.settings = settings;
        this.findings = findings;
    }

    ConfiguredClient read(RedirectUriRegistration registration, EnforcePkce enforcePkce, boolean tokenResponseTypes) {
        ClientId.refusal(clientId)
                .ifPresent(refusal ->
                        findings.mistake(new Key(ClientOption.PREFIX + "<client_id>", null, false), clientId, refusal));
        boolean isPublic = flag(ClientOption.PUBLIC);
        ApplicationType type = choice(ClientOption.APPLICATION_TYPE, ApplicationType.values(), ApplicationType::value);
        ClientAuthenticationReader authentication = new ClientAuthenticationReader(clientId, settings, findings);
        EndpointAuthentication atTokenEndpoint = authentication.atTokenEndpoint(isPublic);
        ClientEndpoints elsewhere = authentication.elsewhere(atTokenEndpoint, isPublic);
        ClientAboutReader about = new ClientAboutReader(clientId, settings, findings);
        Set<String> grantTypes = words(ClientOption.GRANT_TYPES, GRANT_TYPES);
        Set<String> redirectUris = redirectUris(registration, type, grantTypes);
        Set<String> scopes = scopes();
        ClientResponsesReader responses = new ClientResponsesReader(clientId, settings, findings);
        Set<String> responseTypes = responses.types(grantTypes, tokenResponseTypes);
        ClientProtocolReader tokens = new ClientProtocolReader(clientId, settings, findings);
        RegisteredClient client = new RegisteredClient(
                clientId,
                find(ClientOption.CLIENT_NAME).orElse(clientId),
                type,
                atTokenEndpoint.method(),
                redirectUris,
                scopes,
                grantTypes,
                responseTypes,
                responses.modes(responseTypes),
                authorizationPolicy(),
                consent(scopes),
                requirePkce(isPublic, enforcePkce),
                initiateLoginUri(registration),
                tokens.keys(atTokenEndpoint, elsewhere),
                tokens.signed(),
                tokens.audience(),
                tokens.subject(redirectUris),
                tokens.requestObjects(),
                tokens.lifespans(free.lifespans()),
                tokens.claims(free.policies()),
                tokens.strictness(),
                elsewhere,
                about.defaults(),
                about.about(registration),
                new ClientLogoutReader(clientId, settings, findings).read(registration, type, redirectUris),
                flag(ClientOption.RESOURCE_SERVER),
                new AdministrationReader(settings, findings).ofClient(clientId, isPublic, grantTypes));
        return new ConfiguredClient(
                client, new ClientSecretReader(clientId, settings, findings).read(client.authenticationMethods()));
    }

    /** A client that only acts for itself is never answered through a browser. */
    private Set<String> redirectUris(
            RedirectUriRegistration registration, ApplicationType type, Set<String> grantTypes) {
        Key key = key(ClientOption.REDIRECT_URIS);
        Set<String> uris = settings.list(key);
        if (uris.isEmpty() && !grantTypes.equals(Set.of("client_credentials"))) {
            findings.missing(key, "list the URIs the client may be answered at, separated by commas");
        }
        uris.forEach(uri -> judge(registration.refusal(uri, type), key, uri));
        return uris;
    }

    private @Nullable String initiateLoginUri(RedirectUriRegistration registration) {
        Optional<String> uri = find(ClientOption.INITIATE_LOGIN_URI);
        uri.ifPresent(text ->
                judge(registration.refusalOfInitiateLoginUri(text), key(ClientOption.INITIATE_LOGIN_URI), text));
        return uri.orElse(null);
    }

    private void judge(Optional<String> refusal, Key key, String uri) {
        refusal.ifPresent(text -> findings.mistake(key, uri, text));
        if (refusal.isEmpty() && RedirectUriRegistration.insecure(uri)) {
            findings.warning(key, uri + " is plain http: whoever is on the way reads the codes");
        }
    }

    private ClientPolicy authorizationPolicy() {
        Key key = key(ClientOption.AUTHORIZATION_POLICY);
        String name = settings.find(key).or(key::defaultText).orElseThrow();
        ClientPolicy policy = free.authorizationPolicies().get(name);
        if (policy == null) {
            policy = AuthorizationPolicy.of(name).map(ClientPolicy::of).orElse(null);
        }
        if (policy == null) {
            findings.mistake(key, name, "must be one of: " + String.join(", ", policyNames()));
            return ClientPolicy.of(AuthorizationPolicy.DENY);
        }
        return policy;
    }

    private List<String> policyNames() {
        return Stream.concat(
                        Stream.of(AuthorizationPolicy.values()).map(AuthorizationPolicy::value),
                        free.authorizationPolicies().keySet().stream())
                .toList();
    }

    private ClientConsent consent(Set<String> scopes) {
        Set<String> optional = settings.list(key(ClientOption.OPTIONAL_SCOPES));
        Set<String> required = settings.list(key(ClientOption.REQUIRED_SCOPES));
        requireOwnScopes(ClientOption.OPTIONAL_SCOPES, optional, scopes);
        requireOwnScopes(ClientOption.REQUIRED_SCOPES, required, scopes);
        optional.stream()
                .filter(scope -> required.contains(scope) || scope.equals(Scopes.OPENID))
                .forEach(scope -> findings.mistake(
                        key(ClientOption.OPTIONAL_SCOPES),
                        scope,
                        "must not be openid, nor a scope that is among the required-scopes"));
        return new ClientConsent(
                choice(ClientOption.CONSENT_MODE, ConsentMode.values(), ConsentMode::value),
                settings.duration(
                        key(ClientOption.PRE_CONFIGURED_CONSENT_DURATION), Duration.ofMinutes(1), Duration.ofDays(365)),
                optional,
                required);
    }

    private void requireOwnScopes(ClientOption option, Set<String> listed, Set<String> scopes) {
        listed.stream()
                .filter(scope -> !scopes.contains(scope))
                .forEach(scope -> findings.mistake(key(option), scope, "must be one of the client's scopes"));
    }

    /** A client may always tighten; only a confidential one may loosen, and none against enforce-pkce=always. */
    private boolean requirePkce(boolean isPublic, EnforcePkce enforcePkce) {
        Key key = key(ClientOption.REQUIRE_PKCE);
        boolean required = flag(ClientOption.REQUIRE_PKCE);
        if (required || enforcePkce == EnforcePkce.NEVER) {
            return required;
        }
        if (enforcePkce == EnforcePkce.ALWAYS) {
            findings.warning(
                    key, "has no effect: " + ServerKey.ENFORCE_PKCE.key().name() + " is always");
            return true;
        }
        if (isPublic) {
            findings.mistake(key, "false", "must be true, or left out, for a public client (RFC 9700, section 2.1.1)");
        }
        return isPublic;
    }

    private Key key(ClientOption option) {
        return option.key(clientId);
    }

    private Optional<String> find(ClientOption option) {
        return settings.find(key(option));
    }

    private boolean flag(ClientOption option) {
        return settings.flag(key(option));
    }

    private Set<String> scopes() {
        Set<String> known = FreeKeys.allScopes(free.scopes());
        Set<String> scopes = settings.list(key(ClientOption.SCOPES));
        scopes.stream()
                .filter(scope -> !known.contains(scope))
                .forEach(scope -> findings.mistake(
                        key(ClientOption.SCOPES),
                        scope,
                        "is no known scope: oidc.scope." + scope + ".claims would make it one; known are "
                                + String.join(", ", known)));
        return scopes;
    }

    private <E> E choice(ClientOption option, E[] choices, Function<E, String> textOf) {
        return settings.choice(key(option), choices, textOf);
    }

    private Set<String> words(ClientOption option, List<String> allowed) {
        return settings.words(key(option), allowed);
    }
}
