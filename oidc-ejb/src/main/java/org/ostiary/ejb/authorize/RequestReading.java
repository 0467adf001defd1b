package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.OpenInteraction;
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

    /** A request that a browser brought. */
    ReadRequest read(RequestParameters sent, Visitor visitor) {
        RegisteredClient client = client(sent);
        ParameterSource source = source(client, sent);
        TrustedRedirect redirect = redirect(client, source.parameters(), visitor);
        RequestFacts facts = visitor.facts();
        try {
            source.requirePushed(client, config.requirePushedAuthorizationRequests());
            source.requireSigned(client);
        } catch (OAuthException refusal) {
            throw telling.tell(client, redirect, refusal, facts);
        }
        return read(client, redirect, source.parameters(), source.pushedHash(), facts);
    }

    /** A request that was read before and is stored since. */
    ReadRequest readAgain(OpenInteraction open, Visitor visitor) {
        return read(
                open.client(),
                redirect(open.client(), open.parameters(), visitor),
                open.parameters(),
                open.interaction().pushedHash(),
                visitor.facts());
    }

    /** Every answer says what the browser's state is, also one that refuses (OIDC Session Management 1.0, section 2). */
    private TrustedRedirect redirect(RegisteredClient client, RequestParameters parameters, Visitor visitor) {
        TrustedRedirect redirect = TrustedRedirect.of(config.issuer(), client, parameters);
        return redirect.withSessionState(states.of(client.clientId(), redirect.redirectUri(), visitor.stateCookie()));
    }

    /** Refuses what {@link #read} would refuse once the redirect URI is trusted. */
    void judge(RegisteredClient client, RequestParameters parameters) {
        expected.of(client, judged(client, parameters));
    }

    private AuthorizationRequest judged(RegisteredClient client, RequestParameters parameters) {
        ClaimsParameter.requireReachable(parameters.find("claims").orElse(null));
        return AuthorizationRequestRules.read(client, parameters, config.authorizationRules());
    }

    private ReadRequest read(
            RegisteredClient client,
            TrustedRedirect redirect,
            RequestParameters parameters,
            @Nullable String pushedHash,
            RequestFacts facts) {
        try {
            AuthorizationRequest request = judged(client, parameters);
            return new ReadRequest(client, parameters, pushedHash, redirect, request, expected.of(client, request));
        } catch (OAuthException refusal) {
            throw telling.tell(client, redirect, refusal, facts);
        }
    }

    private ParameterSource source(RegisteredClient client, RequestParameters sent) {
        try {
            return effective.of(client, sent);
        } catch (OAuthException refusal) {
            throw refusal.concerning(client.clientId());
        }
    }

    private RegisteredClient client(RequestParameters sent) {
        return clients.find(sent.require("client_id"))
                .orElseThrow(() -> new OAuthException(
                        OAuthErrorCode.INVALID_REQUEST,
                        new Rule("client-known", "RFC 6749, section 4.1.2.1"),
                        "The client_id is not one of a client that is registered here"));
    }
}
