package org.ostiary.ejb.tryit;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.config.TryItClient;
import org.ostiary.ejb.hint.IdTokenHints;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.pkce.CodeChallenge;
import org.ostiary.ejb.protocol.pkce.CodeVerifier;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.ejb.token.TokenService;
import org.ostiary.ejb.tryit.TrialResult.Mistake;
import org.ostiary.ejb.userinfo.UserInfoService;
import org.ostiary.ejb.visit.RequestFacts;

/** Does what an application does at a login, step by step, so that a person can watch (OIDC Core 1.0, section 3.1). */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class TryItService {

    /** Of an access token what is shown: enough to see its kind. */
    private static final int SHOWN = 12;

    @Inject
    ClientDirectory clients;

    @Inject
    TokenService tokens;

    @Inject
    UserInfoService userInfo;

    @Inject
    IdTokenHints idTokens;

    @Inject
    RefusalService refusals;

    @Inject
    ProviderConfig config;

    @Inject
    SecureTokens random;

    /** Whether the server has this application: by default on loopback issuers only. */
    public boolean offered() {
        return clients.find(TryItClient.ID).isPresent();
    }

    /** The authorization request that a login begins with, for what the person wants to be told. */
    public TrialStart start(String scope) {
        Trial trial = new Trial(random.handle(""), random.handle(""), random.handle(""));
        Map<String, String> request = new LinkedHashMap<>(request(trial));
        request.put("scope", scope);
        return new TrialStart(config.issuer().endpoint("/api/oidc/authorization") + "?" + encoded(request), trial);
    }

    /** The parameters of that request but its scope, in an order that can be read. */
    public Map<String, String> request(Trial trial) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("client_id", TryItClient.ID);
        request.put("redirect_uri", redirectUri());
        request.put("response_type", "code");
        request.put("state", trial.state());
        request.put("nonce", trial.nonce());
        request.put(
                "code_challenge",
                CodeChallenge.of(new CodeVerifier(trial.verifier())).value());
        request.put("code_challenge_method", CodeChallenge.S256);
        return request;
    }

    /**
     * Redeems the code of an answer, after the checks that no application may leave out.
     *
     * @param trial what this browser kept when the login began; empty when it kept nothing
     */
    public TrialResult finish(TrialAnswer answer, Optional<Trial> trial, RequestFacts facts) {
        if (trial.isEmpty() || !trial.get().state().equals(answer.state())) {
            return TrialResult.failed(Mistake.STATE);
        }
        if (!config.issuer().value().equals(answer.iss())) {
            return TrialResult.failed(Mistake.ISSUER);
        }
        if (answer.error() != null) {
            return TrialResult.failed(answer.error(), Objects.requireNonNullElse(answer.errorDescription(), ""));
        }
        try {
            return redeemed(answer.redemption(TryItClient.ID, redirectUri(), trial.get()), trial.get(), facts);
        } catch (OAuthException refusal) {
            refusals.note(refusal, facts);
            return TrialResult.failed(refusal.code().code(), refusal.description());
        }
    }

    private TrialResult redeemed(Map<String, String> request, Trial trial, RequestFacts facts) {
        Map<String, Object> members =
                tokens.exchange(RequestParameters.of(request), null, facts).members();
        String idToken = String.valueOf(members.get("id_token"));
        String accessToken = String.valueOf(members.get("access_token"));
        idTokens.subject(idToken, TryItClient.ID); // Verifies the signature, the issuer and the audience.
        Map<String, String> claims = part(idToken, 1);
        if (!trial.nonce().equals(claims.get("nonce"))) {
            return TrialResult.failed(Mistake.NONCE);
        }
        return new TrialResult(
                null,
                "",
                shown(request),
                shown(members),
                part(idToken, 0),
                claims,
                json(userInfo.answer(accessToken).body()),
                idToken);
    }

    private String redirectUri() {
        return config.issuer().endpoint(TryItClient.PATH);
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + FormEncoding.encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** With what opens anything cut off: people show their screens. */
    private static Map<String, String> shown(Map<String, ?> members) {
        Map<String, String> shown = new LinkedHashMap<>();
        members.forEach((name, value) -> shown.put(
                name, name.equals("access_token") || name.equals("id_token") ? cut(value) : String.valueOf(value)));
        return shown;
    }

    private static String cut(Object token) {
        return String.valueOf(token).substring(0, SHOWN) + "…";
    }

    private static Map<String, String> part(String jwt, int number) {
        String encoded = jwt.split("\\.", -1)[number];
        return json(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
    }

    private static Map<String, String> json(String text) {
        JsonObject read = BoundedJson.read(text).orElse(JsonValue.EMPTY_JSON_OBJECT);
        Map<String, String> members = new LinkedHashMap<>();
        read.forEach((name, value) ->
                members.put(name, value instanceof JsonString string ? string.getString() : value.toString()));
        return members;
    }
}
