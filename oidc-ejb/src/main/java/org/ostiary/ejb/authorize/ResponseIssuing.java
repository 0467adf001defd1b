package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.audit.AuditEvent.CodeIssued;
import org.ostiary.ejb.audit.AuditEvent.TokensIssued;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.grant.SubjectMissing;
import org.ostiary.ejb.issue.AccessTokenIssuing;
import org.ostiary.ejb.issue.AccessTokenRequest;
import org.ostiary.ejb.issue.IdTokenRequest;
import org.ostiary.ejb.issue.IdTokens;
import org.ostiary.ejb.issue.IssuanceDoor;
import org.ostiary.ejb.issue.IssuedAccessToken;
import org.ostiary.ejb.issue.TokenLifetimes;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.authorize.AuthorizationResponse;
import org.ostiary.ejb.protocol.authorize.ResponseType;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.GrantStanding;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.LoginSessions;
import org.ostiary.persistence.session.SessionStanding;

/** Writes down the grant and answers with what the response type names, once nothing is missing any more. */
@ApplicationScoped
public class ResponseIssuing {

    static final Rule OPEN = new Rule("issuance-open", "RFC 6749, section 4.1.2.1");

    private static final String IMPLICIT = "implicit";

    @Inject
    ProviderConfig config;

    @Inject
    Grants grants;

    @Inject
    CodeIssuing codes;

    @Inject
    IssuanceDoor door;

    @Inject
    AccessTokenIssuing accessTokens;

    @Inject
    IdTokens idTokens;

    @Inject
    TokenLifetimes lifetimes;

    @Inject
    RefusalTelling telling;

    @Inject
    LoginSessions sessions;

    @Inject
    ResponseSigning signing;

    @Inject
    AuditLog audit;

    /** The response for the session of the situation. */
    AuthorizationResponse issue(Situation situation, RequestFacts facts) {
        LoginSession session = standing(situation).session();
        ResponseType type = situation.request().responseType();
        Grant grant = grant(situation);
        grants.add(grant);
        String code = type.hasCode() ? codes.issue(situation, grant) : null;
        if (type.hasToken()) {
            requireOpen(situation, grant, facts);
        }
        TokenResponse accessToken = type.hasAccessToken() ? accessToken(situation, grant) : null;
        String idToken = type.hasIdToken() ? idToken(situation, grant, code, accessToken) : null;
        touch(session, situation);
        if (code != null) {
            audit.note(new CodeIssued(session.accountId(), grant.clientId()), facts);
        }
        if (code == null || accessToken != null) {
            audit.note(new TokensIssued(session.accountId(), grant.clientId()), facts);
        }
        return signing.finish(situation.redirect().answer(code, accessToken, idToken), situation.client());
    }

    /** Why a request that nothing is missing for would be refused all the same; empty when it would be answered. */
    Optional<OAuthException> refusal(Situation situation) {
        return situation.request().responseType().hasToken()
                ? door.closed(standing(situation, grant(situation))).map(ResponseIssuing::closed)
                : Optional.empty();
    }

    private static Grant grant(Situation situation) {
        return new Grant(
                standing(situation).session(),
                situation.client().clientId(),
                situation.client().subject().sector(),
                ConsentRules.granted(situation),
                situation.now());
    }

    private static SessionStanding standing(Situation situation) {
        return Objects.requireNonNull(situation.standing(), "no answer without a session");
    }

    private void requireOpen(Situation situation, Grant grant, RequestFacts facts) {
        door.closed(standing(situation, grant)).ifPresent(why -> {
            throw telling.tell(situation.client(), situation.redirect(), closed(why), facts);
        });
    }

    private static GrantStanding standing(Situation situation, Grant grant) {
        SessionStanding session = standing(situation);
        return new GrantStanding(grant, session.account(), session.session());
    }

    /** An access token that goes through the browser, for all that was granted (RFC 6749, section 4.2.2). */
    private TokenResponse accessToken(Situation situation, Grant grant) {
        IssuedAccessToken token = accessTokens.issue(new AccessTokenRequest(
                standing(situation, grant),
                situation.client(),
                sub(standing(situation), grant),
                grant.scopes(),
                grant.audience(),
                situation.now(),
                lifetimes.accessToken(situation.client(), IMPLICIT)));
        return new TokenResponse(token.value(), token.lifetime(), Scopes.format(grant.scopes()), null, null);
    }

    /** An ID token that goes through the browser (OIDC Core 1.0, sections 3.2.2.10 and 3.3.2.11). */
    private String idToken(
            Situation situation, Grant grant, @Nullable String code, @Nullable TokenResponse accessToken) {
        return idTokens.issue(new IdTokenRequest(
                standing(situation, grant),
                situation.client(),
                sub(standing(situation), grant),
                grant.scopes(),
                situation.request().nonce(),
                accessToken == null ? null : accessToken.accessToken(),
                code,
                situation.now(),
                lifetimes.idToken(situation.client(), IMPLICIT)));
    }

    private static OAuthException closed(String why) {
        return new OAuthException(OAuthErrorCode.ACCESS_DENIED, OPEN, "Nothing may be issued any more: " + why);
    }

    /** Nearly always known since the login. */
    private static String sub(SessionStanding session, Grant grant) {
        return Optional.ofNullable(session.sub()).orElseThrow(() -> new SubjectMissing(grant));
    }

    private void touch(LoginSession session, Situation situation) {
        Instant before = situation.now().minus(config.session().noteInterval());
        if (session.lastSeenAt().isBefore(before)) {
            sessions.touch(session.id(), situation.now(), before);
        }
    }
}
