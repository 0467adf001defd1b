package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.ostiary.ejb.audit.AuditEvent.CodeIssued;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.issue.TokenLifetimes;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequest;
import org.ostiary.ejb.protocol.authorize.AuthorizationResponse;
import org.ostiary.ejb.protocol.pkce.CodeChallenge;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.grant.AuthorizationCode;
import org.ostiary.persistence.grant.AuthorizationCodes;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.GrantedRequest;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.LoginSessions;

/** Writes down the grant and its code, once nothing is missing any more. */
@ApplicationScoped
public class CodeIssuing {

    private static final String PREFIX = "ost_ac_";
    private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

    @Inject
    Grants grants;

    @Inject
    AuthorizationCodes codes;

    @Inject
    LoginSessions sessions;

    @Inject
    SecureTokens random;

    @Inject
    TokenHashes hashes;

    @Inject
    AuditLog audit;

    @Inject
    TokenLifetimes lifetimes;

    /** The response that carries a new code for the session of the situation. */
    AuthorizationResponse issue(Situation situation, LoginSession session, RequestFacts facts) {
        Grant grant = new Grant(
                session,
                situation.client().clientId(),
                situation.client().subject().sector(),
                granted(situation.request()),
                situation.now());
        grants.add(grant);
        String code = random.handle(PREFIX);
        CodeChallenge challenge = situation.request().codeChallenge();
        codes.add(new AuthorizationCode(
                hashes.hash(code),
                grant.id(),
                situation.redirect().redirectUri(),
                challenge == null ? null : challenge.value(),
                situation.request().nonce(),
                situation.now().plus(lifetimes.authorizeCode(situation.client()))));
        touch(session, situation);
        audit.note(new CodeIssued(session.accountId(), situation.client().clientId()), facts);
        return situation.redirect().code(code);
    }

    private static GrantedRequest granted(AuthorizationRequest request) {
        return new GrantedRequest(
                request.scopes(),
                request.audience(),
                request.claims(),
                request.scopes().contains(Scopes.OFFLINE_ACCESS));
    }

    /** At most once a minute, so that using a session seldom costs a statement. */
    private void touch(LoginSession session, Situation situation) {
        if (session.lastSeenAt().isBefore(situation.now().minus(TOUCH_INTERVAL))) {
            sessions.touch(session.id(), situation.now(), situation.now().minus(TOUCH_INTERVAL));
        }
    }
}
