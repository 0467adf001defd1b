package org.ostiary.ejb.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.factor.SecondFactors;
import org.ostiary.persistence.session.SessionStanding;

/**
 * The person on whose own behalf something is read or changed: always the one of the session that the request came with,
 * never one that the request names.
 */
@ApplicationScoped
public class SignedIn {

    /** RFC 8176, section 2. */
    private static final String TWO_FACTORS = "mfa";

    /** How long ago a person may have proved who they are where something sensitive is at stake. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    SessionReader sessions;

    @Inject
    SecondFactors factors;

    @Inject
    FormTokens formTokens;

    @Inject
    Clock clock;

    /**
     * The live session of the request and its enabled account.
     *
     * @throws NotSignedIn when there is none
     */
    public SessionStanding require(Visitor visitor) {
        return sessions.live(visitor.sessionCookie()).orElseThrow(NotSignedIn::new);
    }

    /** Whether the person proved all they can: whoever has a second factor must have shown it in this session. */
    public boolean proven(SessionStanding standing) {
        return standing.session().amr().contains(TWO_FACTORS)
                || !factors.existFor(standing.account().id());
    }

    /** The same within the last five minutes. */
    public boolean fresh(SessionStanding standing) {
        return proven(standing)
                && clock.instant().isBefore(standing.session().authTime().plus(FRESH));
    }

    /** A one-time token for a form that only this session may send. */
    public String formToken(String form, Visitor visitor) {
        return formTokens.issue(form, handle(visitor.sessionCookie()));
    }

    /** Takes the token of a form; true once, in time, from the session that the form was shown to. */
    public boolean takes(String form, String formToken, Visitor visitor) {
        return formTokens.use(form, handle(visitor.sessionCookie()), formToken);
    }

    private static String handle(@Nullable String sessionCookie) {
        if (sessionCookie == null) {
            throw new NotSignedIn();
        }
        return sessionCookie;
    }
}
