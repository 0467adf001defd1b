package org.ostiary.ejb.protocol.authorize;

import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_REQUEST;
import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_SCOPE;
import static org.ostiary.ejb.protocol.OAuthErrorCode.REGISTRATION_NOT_SUPPORTED;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.JudgedRules;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.pkce.CodeChallenge;
import org.ostiary.ejb.protocol.token.GrantType;
import org.ostiary.ejb.protocol.token.TargetResources;

/** Reads an authorization request by the rules, in the order of {@link #read}; each method refuses one thing. */
public final class AuthorizationRequestRules {

    private static final Rule NO_REGISTRATION = new Rule("no-registration", "OIDC Core 1.0, section 3.1.2.6");
    private static final Rule SCOPE = new Rule("scope-allowed", "RFC 6749, section 3.3");
    private static final Rule OPENID = new Rule("openid-for-id-token", "OIDC Core 1.0, section 3.2.2.1");
    private static final Rule NONCE = new Rule("nonce-for-id-token", "OIDC Core 1.0, section 3.2.2.1");
    private static final Rule AUDIENCE = new Rule("audience-allowed", "RFC 9068, section 3");
    private static final Rule PROMPT = new Rule("prompt", "OIDC Core 1.0, section 3.1.2.1");
    private static final Rule MAX_AGE = new Rule("max-age", "OIDC Core 1.0, section 3.1.2.1");
    private static final Rule ENTROPY = new Rule("entropy", "RFC 6749, section 10.10; OIDC Core 1.0, section 15.5.2");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final RegisteredClient client;
    private final RequestParameters parameters;
    private final AuthorizationRules rules;
    private final JudgedRules judged;

    private AuthorizationRequestRules(
            RegisteredClient client, RequestParameters parameters, AuthorizationRules rules, JudgedRules judged) {
        this.client = client;
        this.parameters = parameters;
        this.rules = rules;
        this.judged = judged;
    }

    /**
     * Reads the request of a client whose redirect URI is trusted already.
     *
     * @throws OAuthException that the caller redirects
     */
    public static AuthorizationRequest read(
            RegisteredClient client, RequestParameters parameters, AuthorizationRules rules) {
        return read(client, parameters, rules, new JudgedRules());
    }

    /** The same for who wants to know by which rules it was judged. */
    public static AuthorizationRequest read(
            RegisteredClient client, RequestParameters parameters, AuthorizationRules rules, JudgedRules judged) {
        return new AuthorizationRequestRules(client, parameters, rules, judged).read();
    }

    private AuthorizationRequest read() {
        refuseRegistration();
        ResponseType responseType = RequestedResponseType.of(client, parameters, rules, judged);
        Set<String> scopes = allowedScopes(responseType);
        if (responseType.hasIdToken()) {
            requireOpenid(scopes);
            requireNonce();
        }
        Set<String> audience = audience();
        Set<Prompt> prompts = prompts();
        Duration maxAge = maxAge();
        CodeChallenge codeChallenge =
                responseType.hasCode() ? RequestedCodeChallenge.of(client, parameters, rules, judged) : null;
        requireEntropy(codeChallenge);
        return new AuthorizationRequest(
                responseType,
                scopes,
                audience,
                parameters.find("claims").orElse(null),
                prompts,
                Display.of(parameters.find("display").orElse("page")),
                maxAge,
                codeChallenge,
                parameters.find("nonce").orElse(null),
                acrValues(),
                new PersonHint(
                        parameters.find("login_hint").orElse(null),
                        parameters.find("id_token_hint").orElse(null)),
                RequestedLocales.of(parameters));
    }

    private void refuseRegistration() {
        judged.by(NO_REGISTRATION);
        if (parameters.has("registration")) {
            throw new OAuthException(
                    REGISTRATION_NOT_SUPPORTED, NO_REGISTRATION, "The parameter registration is not supported");
        }
    }

    /** Unknown scopes are ignored (OIDC Core 1.0, section 3.1.2.1), known ones that the client may not have are refused. */
    private Set<String> allowedScopes(ResponseType responseType) {
        judged.by(SCOPE);
        Set<String> scopes =
                new LinkedHashSet<>(Scopes.parse(parameters.find("scope").orElse("")));
        requireKnownScopes(scopes);
        scopes.retainAll(rules.scopesKnown());
        if (!responseType.hasCode() || !client.grantTypes().contains(GrantType.REFRESH_TOKEN.value())) {
            // There would be nothing to use it with (OIDC Core 1.0, section 11).
            scopes.remove(Scopes.OFFLINE_ACCESS);
        }
        if (scopes.isEmpty()) {
            throw new OAuthException(
                    INVALID_SCOPE, SCOPE, "The scope must name at least one of: " + Scopes.format(client.scopes()));
        }
        for (String scope : scopes) {
            if (!client.scopes().contains(scope)) {
                throw new OAuthException(
                        INVALID_SCOPE,
                        SCOPE,
                        "The client may not ask for the scope " + scope,
                        Facts.ofChoice("scope", scope, client.scopes()));
            }
        }
        return scopes;
    }

    private void requireOpenid(Set<String> scopes) {
        judged.by(OPENID);
        if (!scopes.contains(Scopes.OPENID)) {
            throw new OAuthException(INVALID_SCOPE, OPENID, "A response_type with id_token needs the scope openid");
        }
    }

    /** Ties an ID token that came through the browser to the request (OIDC Core 1.0, sections 3.2.2.1 and 3.3.2.11). */
    private void requireNonce() {
        judged.by(NONCE);
        if (!parameters.has("nonce")) {
            throw new OAuthException(INVALID_REQUEST, NONCE, "A response_type with id_token needs the parameter nonce");
        }
    }

    /** For clients that want to hear of their mistakes. */
    private void requireKnownScopes(Set<String> scopes) {
        if (client.strictness().strictScopes() && !rules.scopesKnown().containsAll(scopes)) {
            throw new OAuthException(
                    INVALID_SCOPE,
                    SCOPE,
                    "The scope holds a value that is not known here; known are: " + Scopes.format(rules.scopesKnown()));
        }
    }

    /** By RFC 8707 or, as Authelia's clients do, by a list of names. */
    private Set<String> audience() {
        judged.by(AUDIENCE);
        Set<String> allowed = client.audience().allowed();
        Set<String> audience = new LinkedHashSet<>(TargetResources.require(parameters.resources(), allowed));
        for (String name : Scopes.parse(parameters.find("audience").orElse(""))) {
            if (!allowed.contains(name)) {
                throw new OAuthException(
                        INVALID_REQUEST, AUDIENCE, "The audience holds a value that the client is not registered for");
            }
            audience.add(name);
        }
        boolean implied = audience.isEmpty() && client.audience().mode() == AudienceMode.IMPLICIT;
        return implied ? allowed : audience;
    }

    private Set<Prompt> prompts() {
        judged.by(PROMPT);
        Set<Prompt> known = rules.promptsKnown();
        Set<Prompt> prompts = EnumSet.noneOf(Prompt.class);
        for (String value : Scopes.parse(parameters.find("prompt").orElse(""))) {
            prompts.add(Prompt.of(value)
                    .filter(known::contains)
                    .orElseThrow(() -> new OAuthException(
                            INVALID_REQUEST,
                            PROMPT,
                            "The prompt must be made of: "
                                    + String.join(
                                            " ",
                                            known.stream().map(Prompt::value).toList()),
                            Facts.of("prompt", parameters, "known values only"))));
        }
        if (prompts.contains(Prompt.NONE) && prompts.size() > 1) {
            throw new OAuthException(INVALID_REQUEST, PROMPT, "The prompt none must stand alone");
        }
        return prompts;
    }

    /** A wish, no demand (OIDC Core 1.0, section 3.1.2.1); the client's own where the request says nothing. */
    private List<String> acrValues() {
        return parameters
                .find("acr_values")
                .map(text -> List.copyOf(Scopes.parse(text)))
                .orElseGet(() -> List.copyOf(client.defaults().acrValues()));
    }

    private @Nullable Duration maxAge() {
        judged.by(MAX_AGE);
        String maxAge = parameters.find("max_age").orElse(null);
        if (maxAge == null) {
            return client.defaults().maxAge();
        }
        if (!SECONDS.matcher(maxAge).matches()) {
            throw new OAuthException(
                    INVALID_REQUEST,
                    MAX_AGE,
                    "The max_age must be a number of seconds, 0 to 999999999",
                    Facts.of("max_age", parameters, "0 to 999999999"));
        }
        return Duration.ofSeconds(Long.parseLong(maxAge));
    }

    /** Judged only where no S256 code challenge protects the response (RFC 9700, section 2.1.1). */
    private void requireEntropy(@Nullable CodeChallenge codeChallenge) {
        judged.by(ENTROPY);
        Integer own = client.strictness().minimumParameterEntropy();
        int minimum = own == null ? rules.minimumParameterEntropy() : own;
        boolean s256 = codeChallenge != null
                && parameters
                        .find("code_challenge_method")
                        .filter(CodeChallenge.S256::equals)
                        .isPresent();
        if (s256 || longEnough("state", minimum) || longEnough("nonce", minimum)) {
            return;
        }
        throw new OAuthException(
                INVALID_REQUEST,
                ENTROPY,
                "Without an S256 code_challenge the state or the nonce must have at least " + minimum + " characters",
                Facts.of(
                        parameters.has("nonce") ? "nonce" : "state",
                        parameters,
                        "at least " + minimum + " characters"));
    }

    private boolean longEnough(String name, int minimum) {
        return minimum < 0 || parameters.find(name).orElse("").length() >= minimum;
    }
}
