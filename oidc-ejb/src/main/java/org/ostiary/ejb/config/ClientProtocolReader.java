package org.ostiary.ejb.config;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.ClientAudience;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.ClientClaims;
import org.ostiary.ejb.protocol.client.ClientEndpoints;
import org.ostiary.ejb.protocol.client.ClientKeys;
import org.ostiary.ejb.protocol.client.ClientLifespans;
import org.ostiary.ejb.protocol.client.ClientStrictness;
import org.ostiary.ejb.protocol.client.ClientSubject;
import org.ostiary.ejb.protocol.client.EndpointAuthentication;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RequestObjects;
import org.ostiary.ejb.protocol.client.SignedAnswers;
import org.ostiary.ejb.protocol.client.SubjectType;
import org.ostiary.ejb.protocol.pkce.CodeChallenge;

/** Reads how one client signs, what it is told, and how strictly it is judged. */
final class ClientProtocolReader {

    private final String clientId;
    private final Settings settings;
    private final Findings findings;

    ClientProtocolReader(String clientId, Settings settings, Findings findings) {
        this.clientId = clientId;
        this.settings = settings;
        this.findings = findings;
    }

    ClientKeys keys(EndpointAuthentication atTokenEndpoint, ClientEndpoints elsewhere) {
        ClientKeys keys = new ClientKeys(
                find(ClientOption.JWKS).orElse(null),
                webAddress(ClientOption.JWKS_URI).orElse(null),
                atTokenEndpoint.algorithm(),
                flag(ClientOption.ALLOW_TOKEN_ENDPOINT_AUDIENCE));
        if (keys.jwks() != null && keys.jwksUri() != null) {
            findings.mistake(
                    key(ClientOption.JWKS_URI),
                    keys.jwksUri(),
                    "must be left out where jwks is set, or the other way round");
        }
        boolean signs = Stream.concat(Stream.of(atTokenEndpoint), elsewhere.others().values().stream())
                .anyMatch(each -> each.method() == ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        if (signs && keys.jwks() == null && keys.jwksUri() == null) {
            findings.missing(
                    key(ClientOption.JWKS), "private_key_jwt needs the client's public keys, here or at jwks-uri");
        }
        return keys;
    }

    SignedAnswers signed() {
        return new SignedAnswers(
                standardAlgorithm(ClientOption.ID_TOKEN_SIGNED_RESPONSE_ALG),
                standardAlgorithm(ClientOption.AUTHORIZATION_SIGNED_RESPONSE_ALG),
                algorithm(ClientOption.USERINFO_SIGNED_RESPONSE_ALG, JwsAlgorithm.SIGNING),
                algorithm(ClientOption.INTROSPECTION_SIGNED_RESPONSE_ALG, JwsAlgorithm.SIGNING),
                algorithm(ClientOption.ACCESS_TOKEN_SIGNED_RESPONSE_ALG, JwsAlgorithm.SIGNING));
    }

    ClientAudience audience() {
        return new ClientAudience(
                settings.list(key(ClientOption.AUDIENCE)),
                settings.choice(key(ClientOption.REQUESTED_AUDIENCE_MODE), AudienceMode.values(), AudienceMode::value));
    }

    /** Pairwise where a sector is named, as in Authelia; the sector is a host (OIDC Core 1.0, section 8.1). */
    ClientSubject subject(Set<String> redirectUris) {
        Optional<String> uri = webAddress(ClientOption.SECTOR_IDENTIFIER_URI);
        SubjectType natural = uri.isPresent() ? SubjectType.PAIRWISE : SubjectType.PUBLIC;
        SubjectType type =
                settings.choice(key(ClientOption.SUBJECT_TYPE), natural, SubjectType.values(), SubjectType::value);
        if (type == SubjectType.PUBLIC) {
            return new ClientSubject(type, uri.orElse(null), ClientSubject.PUBLIC_SECTOR);
        }
        return new ClientSubject(
                type, uri.orElse(null), uri.map(ClientProtocolReader::host).orElseGet(() -> onlyHost(redirectUris)));
    }

    private String onlyHost(Set<String> redirectUris) {
        Set<String> hosts =
                redirectUris.stream().map(ClientProtocolReader::host).collect(Collectors.toSet());
        if (hosts.size() != 1 || hosts.contains("")) {
            findings.missing(
                    key(ClientOption.SECTOR_IDENTIFIER_URI),
                    "a pairwise client whose redirect URIs have several hosts, or none, must name its sector"
                            + " (OIDC Core 1.0, section 8.1)");
            return ClientSubject.PUBLIC_SECTOR;
        }
        return hosts.iterator().next();
    }

    RequestObjects requestObjects() {
        return new RequestObjects(
                flag(ClientOption.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS),
                flag(ClientOption.REQUIRE_SIGNED_REQUEST_OBJECT),
                algorithm(ClientOption.REQUEST_OBJECT_SIGNING_ALG, RequestObjects.ALGORITHMS),
                requestUris());
    }

    /** A fragment may say which content is meant, and makes no other address (OIDC Core 1.0, section 6.2). */
    private Set<String> requestUris() {
        Set<String> uris = settings.list(key(ClientOption.REQUEST_URIS));
        uris.stream()
                .filter(uri -> !uri.startsWith("https://") || host(uri).isEmpty())
                .forEach(uri -> findings.mistake(
                        key(ClientOption.REQUEST_URIS), uri, "must be https:// addresses with a host"));
        return uris;
    }

    ClientClaims claims(Map<String, ClaimsPolicy> policies) {
        ClaimsPolicy policy = named(ClientOption.CLAIMS_POLICY, policies).orElse(ClaimsPolicy.NONE);
        Set<String> idToken = new LinkedHashSet<>(settings.list(key(ClientOption.ID_TOKEN_CLAIMS)));
        idToken.addAll(policy.idToken());
        return new ClientClaims(
                find(ClientOption.CLAIMS_POLICY).orElse(null),
                idToken,
                policy.accessToken(),
                policy.custom(),
                policy.audience());
    }

    ClientLifespans lifespans(Map<String, ClientLifespans> lifespans) {
        return named(ClientOption.LIFESPAN, lifespans).orElse(ClientLifespans.STANDARD);
    }

    /** What the operator configured under the name that the option gives. */
    private <T> Optional<T> named(ClientOption option, Map<String, T> known) {
        Optional<String> name = find(option);
        name.filter(text -> !known.containsKey(text))
                .ifPresent(text -> findings.mistake(
                        key(option),
                        text,
                        known.isEmpty()
                                ? "names nothing: none is configured"
                                : "must be one of: " + String.join(", ", known.keySet())));
        return name.map(known::get);
    }

    ClientStrictness strictness() {
        return new ClientStrictness(
                flag(ClientOption.STRICT_SCOPES),
                settings.entropy(key(ClientOption.MINIMUM_PARAMETER_ENTROPY)).orElse(null),
                challengeMethod(),
                settings.instant(key(ClientOption.DEBUG_UNTIL)).orElse(null));
    }

    private @Nullable String challengeMethod() {
        Key key = key(ClientOption.PKCE_CHALLENGE_METHOD);
        Optional<String> method = find(ClientOption.PKCE_CHALLENGE_METHOD);
        boolean plain = settings.find(ServerKey.ENABLE_PKCE_PLAIN_CHALLENGE.key())
                .filter("true"::equals)
                .isPresent();
        List<String> allowed = plain ? List.of(CodeChallenge.S256, CodeChallenge.PLAIN) : List.of(CodeChallenge.S256);
        method.filter(text -> !allowed.contains(text))
                .ifPresent(text -> findings.mistake(key, text, "must be one of: " + String.join(", ", allowed)));
        return method.orElse(null);
    }

    private Optional<String> webAddress(ClientOption option) {
        Optional<String> address = find(option);
        address.filter(text -> !text.startsWith("https://") || host(text).isEmpty() || text.indexOf('#') >= 0)
                .ifPresent(text -> findings.mistake(
                        key(option), text, "must be an https:// address with a host and without a fragment"));
        return address;
    }

    private JwsAlgorithm standardAlgorithm(ClientOption option) {
        return settings.choice(key(option), JwsAlgorithm.SIGNING.toArray(JwsAlgorithm[]::new), JwsAlgorithm::value);
    }

    private @Nullable JwsAlgorithm algorithm(ClientOption option, List<JwsAlgorithm> allowed) {
        return find(option)
                .map(text -> settings.choice(key(option), allowed.toArray(JwsAlgorithm[]::new), JwsAlgorithm::value))
                .orElse(null);
    }

    private static String host(String uri) {
        try {
            return Optional.ofNullable(URI.create(uri).getHost()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
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
}
