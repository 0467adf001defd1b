package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.claims.ScopeClaims;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.meter.CurrentRequest;
import org.ostiary.ejb.protocol.JudgedRules;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequest;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequestRules;
import org.ostiary.ejb.protocol.authorize.TrustedRedirect;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.visit.Visitor;

/**
 * Reads authorization requests: first whose it is, then which parameters count, then where the answer may go, then what is
 * asked for. What is refused up to there is shown, what is refused after it is told to the client.
 */
@ApplicationScoped
public class RequestReading {

    private static final Rule CLIENT_KNOWN = new Rule("client-known", "RFC 6749, section 4.1.2.1");

    @Inject
    ClientDirectory clients;

    @Inject
    EffectiveParameters effective;

    @Inject
    ExpectedPeople expected;

    @Inject
    RefusalTelling telling;

    @Inject
    SessionStates states;

    @Inject
    ProviderConfig config;

    @Inject
    ScopeClaims scopeClaims;

    /** A request that a browser brought. */
    ReadRequest read(RequestParameters sent, Visitor visitor) {
        sent.find("client_id").ifPresent(clientId -> CurrentRequest.concerns(clientId, sent));
        return telling(visitor.facts(), () -> read(sent, visitor, new JudgedRules()));
    }

    /** The same for who wants to know by which rules it was judged, and tells nobody of a {@link RefusalToTell}. */
    ReadRequest read(RequestParameters sent, Visitor visitor, JudgedRules judged) {
        RegisteredClient client = client(sent, judged);
        ParameterSource source = source(client, sent, judged);
        judged.by(TrustedRedirect.REGISTERED);
        TrustedRedirect redirect = redirect(client, source.parameters(), visitor);
        judged.by(TrustedRedirect.RESPONSE_MODE);
        try {
            judged.by(ParameterSource.PUSHED);
            source.requirePushed(client, config.requirePushedAuthorizationRequests());
            judged.by(ParameterSource.SIGNED);
            source.requireSigned(client);
        } catch (OAuthException refusal) {
            throw new RefusalToTell(client, redirect, refusal);
        }
        return read(client, redirect, source.parameters(), source.pushedHash(), judged);
    }

    /** A request that was read before and is stored since. */
    ReadRequest readAgain(OpenInteraction open, Visitor visitor) {
        TrustedRedirect redirect = redirect(open.client(), open.parameters(), visitor);
        return telling(
                visitor.facts(),
                () -> read(
                        open.client(),
                        redirect,
                        open.parameters(),
                        open.interaction().pushedHash(),
                        new JudgedRules()));
    }

    private ReadRequest telling(RequestFacts facts, Supplier<ReadRequest> reading) {
        try {
            return reading.get();
        } catch (RefusalToTell refused) {
            throw telling.tell(refused.client(), refused.redirect(), refused.refusal(), facts);
        }
    }

    /** Every answer says what the browser's state is, also one that refuses (OIDC Session Management 1.0, section 2). */
    private TrustedRedirect redirect(RegisteredClient client, RequestParameters parameters, Visitor visitor) {
        TrustedRedirect redirect = TrustedRedirect.of(config.issuer(), client, parameters);
        return redirect.withSessionState(states.of(client.clientId(), redirect.redirectUri(), visitor.stateCookie()));
    }

    /** Refuses what {@link #read} would refuse once the redirect URI is trusted. */
    void judge(RegisteredClient client, RequestParameters parameters) {
        expected.of(client, judged(client, parameters, new JudgedRules()));
    }

    private AuthorizationRequest judged(RegisteredClient client, RequestParameters parameters, JudgedRules judged) {
        judged.by(ClaimsParameter.REACHABLE);
        ClaimsParameter.requireReachable(parameters.find("claims").orElse(null));
        return AuthorizationRequestRules.read(
                client, parameters, config.authorizationRules(scopeClaims.scopes()), judged);
    }

    private ReadRequest read(
            RegisteredClient client,
            TrustedRedirect redirect,
            RequestParameters parameters,
            @Nullable String pushedHash,
            JudgedRules judged) {
        try {
            AuthorizationRequest request = judged(client, parameters, judged);
            judged.by(ExpectedPeople.ONE_SUBJECT);
            return new ReadRequest(client, parameters, pushedHash, redirect, request, expected.of(client, request));
        } catch (OAuthException refusal) {
            throw new RefusalToTell(client, redirect, refusal);
        }
    }

    private ParameterSource source(RegisteredClient client, RequestParameters sent, JudgedRules judged) {
        judged.by(EffectiveParameters.ONE);
        try {
            return effective.of(client, sent);
        } catch (OAuthException refusal) {
            throw refusal.concerning(client.clientId());
        }
    }

    private RegisteredClient client(RequestParameters sent, JudgedRules judged) {
        judged.by(CLIENT_KNOWN);
        return clients.find(sent.require("client_id"))
                .orElseThrow(() -> new OAuthException(
                        OAuthErrorCode.INVALID_REQUEST,
                        CLIENT_KNOWN,
                        "The client_id is not one of a client that is registered here"));
    }
}
