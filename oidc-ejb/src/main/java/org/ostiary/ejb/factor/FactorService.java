package org.ostiary.ejb.factor;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.audit.AuditEvent.FactorChangeRefused;
import org.ostiary.ejb.audit.AuditEvent.FactorEnrolled;
import org.ostiary.ejb.audit.AuditEvent.FactorRemoved;
import org.ostiary.ejb.audit.AuditEvent.RecoveryCodesReplaced;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.factor.FactorChange.Done;
import org.ostiary.ejb.factor.FactorChange.NewCodes;
import org.ostiary.ejb.factor.FactorChange.NotDone;
import org.ostiary.ejb.factor.FactorChange.Reason;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.ejb.webauthn.KeyAnswer;
import org.ostiary.ejb.webauthn.KeyChallenge;
import org.ostiary.ejb.webauthn.SecurityKeyService;
import org.ostiary.persistence.session.SessionStanding;

/**
 * Second factors in the hands of their owner: lists them, enrols, names and removes them, and makes recovery codes. Every change
 * demands that the password and, where there is one, a second factor were proved within the last five minutes, and a form that
 * was made for this session. It has no transaction itself: each change has one.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class FactorService {

    static final Duration FRESH = Duration.ofMinutes(5);

    private static final String FORM = "factors";
    private static final int LONGEST_NAME = 100;

    @Inject
    SessionReader sessions;

    @Inject
    FactorListService list;

    @Inject
    TotpSetUps setUps;

    @Inject
    TotpEnrolment enrolment;

    @Inject
    SecurityKeyService keys;

    @Inject
    RecoveryCodeService recoveryCodes;

    @Inject
    FormTokens formTokens;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** The factors of who is logged in; empty when nobody is. */
    public Optional<Factors> factors(Visitor visitor) {
        return sessions.live(visitor.sessionCookie())
                .map(standing -> list.of(standing.account(), refusal(standing).isEmpty()));
    }

    /** A token for the next form of this session; each change takes one. */
    public String formToken(Visitor visitor) {
        return formTokens.issue(FORM, binding(visitor));
    }

    /**
     * An offer of a key for another authenticator app.
     *
     * @param setUpToken of the offer that was shown before; empty for a new one
     * @return empty when nobody is logged in, or factors may not be changed now
     */
    public Optional<TotpSetUp> offerApp(String setUpToken, Visitor visitor) {
        return sessions.live(visitor.sessionCookie())
                .filter(standing -> refusal(standing).isEmpty())
                .map(standing -> setUps.offerAgain(standing.account().username(), binding(visitor), setUpToken));
    }

    /** Takes the first code of another app. The first factor of an account comes with recovery codes. */
    public FactorChange enrolApp(TotpSetUpForm form, String formToken, Visitor visitor) {
        return change(formToken, visitor, standing -> {
            String accountId = standing.account().id();
            boolean first = !list.hasAny(accountId);
            if (!usable(form.name())) {
                return new NotDone(Reason.UNUSABLE_NAME);
            }
            if (!enrolment.confirm(accountId, form, binding(visitor))) {
                return new NotDone(Reason.WRONG_CODE);
            }
            note(new FactorEnrolled(accountId, "authenticator app"), visitor);
            return first ? new NewCodes(recoveryCodes.replace(accountId)) : new Done();
        });
    }

    /** A question for a new security key; empty when nobody is logged in, or factors may not be changed now. */
    public Optional<KeyChallenge> askForKey(Visitor visitor) {
        return sessions.live(visitor.sessionCookie())
                .filter(standing -> refusal(standing).isEmpty())
                .map(standing -> keys.askForNew(standing.account().id(), binding(visitor)));
    }

    /** Takes the answer of a new security key. The first factor of an account comes with recovery codes. */
    public FactorChange enrolKey(KeyAnswer answer, String name, String formToken, Visitor visitor) {
        return change(formToken, visitor, standing -> {
            String accountId = standing.account().id();
            boolean first = !list.hasAny(accountId);
            if (!usable(name)) {
                return new NotDone(Reason.UNUSABLE_NAME);
            }
            if (keys.enrol(accountId, name.strip(), answer, binding(visitor), visitor.facts())
                    .isEmpty()) {
                return new NotDone(Reason.KEY_REFUSED);
            }
            note(new FactorEnrolled(accountId, "security key"), visitor);
            return first ? new NewCodes(recoveryCodes.replace(accountId)) : new Done();
        });
    }

    /** Gives a factor another name. */
    public FactorChange rename(String factorId, String name, String formToken, Visitor visitor) {
        return change(formToken, visitor, standing -> {
            if (!usable(name)) {
                return new NotDone(Reason.UNUSABLE_NAME);
            }
            return list.rename(standing.account().id(), factorId, name.strip())
                    ? new Done()
                    : new NotDone(Reason.UNKNOWN_FACTOR);
        });
    }

    /** Takes a factor away; with the last one the recovery codes go too. */
    public FactorChange remove(String factorId, String formToken, Visitor visitor) {
        return change(formToken, visitor, standing -> {
            String accountId = standing.account().id();
            if (!list.remove(accountId, factorId)) {
                return new NotDone(Reason.UNKNOWN_FACTOR);
            }
            note(new FactorRemoved(accountId, "second factor"), visitor);
            return new Done();
        });
    }

    /** Makes new recovery codes; the old ones are dead. */
    public FactorChange replaceRecoveryCodes(String formToken, Visitor visitor) {
        return change(formToken, visitor, standing -> {
            String accountId = standing.account().id();
            if (!list.hasAny(accountId)) {
                return new NotDone(Reason.UNKNOWN_FACTOR);
            }
            note(new RecoveryCodesReplaced(accountId), visitor);
            return new NewCodes(recoveryCodes.replace(accountId));
        });
    }

    private FactorChange change(String formToken, Visitor visitor, Function<SessionStanding, FactorChange> change) {
        Optional<SessionStanding> standing = sessions.live(visitor.sessionCookie());
        if (standing.isEmpty()) {
            return new NotDone(Reason.NOT_LOGGED_IN);
        }
        Optional<String> refusal = refusal(standing.get());
        if (refusal.isPresent()) {
            note(new FactorChangeRefused(standing.get().account().id(), refusal.get()), visitor);
            return new NotDone(Reason.NOT_FRESH);
        }
        if (!formTokens.use(FORM, binding(visitor), formToken)) {
            return new NotDone(Reason.STALE_FORM);
        }
        return change.apply(standing.get());
    }

    /** Why factors may not be changed now; empty when they may. */
    private Optional<String> refusal(SessionStanding standing) {
        if (!standing.session().provedSince(clock.instant().minus(FRESH))) {
            return Optional.of("the login is too old");
        }
        boolean twoProved = standing.session().amr().contains("mfa");
        return twoProved || !list.hasAny(standing.account().id())
                ? Optional.empty()
                : Optional.of("the second factor was not proved");
    }

    private static boolean usable(String name) {
        return !name.isBlank() && name.strip().length() <= LONGEST_NAME;
    }

    private static String binding(Visitor visitor) {
        return FORM + "\n" + visitor.sessionCookie();
    }

    private void note(AuditEvent event, Visitor visitor) {
        audit.note(event, visitor.facts());
    }
}
