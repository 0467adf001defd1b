package org.ostiary.ejb.factor;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ostiary.ejb.factor.FactorChange.Enrolled;
import org.ostiary.ejb.factor.FactorChange.NotDone;
import org.ostiary.ejb.factor.FactorChange.Reason;
import org.ostiary.ejb.session.NotSignedIn;
import org.ostiary.ejb.session.SessionCookie;
import org.ostiary.ejb.session.SessionService;
import org.ostiary.ejb.session.SignedIn;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.ejb.webauthn.KeyAnswer;
import org.ostiary.ejb.webauthn.KeyChallenge;
import org.ostiary.ejb.webauthn.ProvedKey;
import org.ostiary.ejb.webauthn.SecurityKeyService;
import org.ostiary.persistence.session.SessionStanding;

/**
 * Lets people add second factors on the pages of their account. Who enrols one proves it with that, so the session is worth two
 * factors from then on, under a new handle. It has no transaction itself: each step has one.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class FactorEnrolmentService {

    static final int MOST = 20;

    @Inject
    SignedIn signedIn;

    @Inject
    FactorChanges changes;

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
    SessionService sessions;

    /**
     * An offer of a key for another authenticator app.
     *
     * @param setUpToken of the offer that was shown before; empty for a new one
     * @return empty when factors may not be changed now
     * @throws org.ostiary.ejb.session.NotSignedIn when nobody is logged in
     */
    public Optional<TotpSetUp> offerApp(String setUpToken, Visitor visitor) {
        return fresh(visitor)
                .map(standing -> setUps.offerAgain(standing.account().username(), binding(standing), setUpToken));
    }

    /** Takes the first code of another app. */
    public FactorChange enrolApp(TotpSetUpForm form, String formToken, Visitor visitor) {
        return enrol(
                FactorKind.AUTHENTICATOR_APP,
                form.name(),
                formToken,
                visitor,
                standing -> CodeText.sixDigits(form.code())
                        .map(code -> new TotpSetUpForm(
                                form.token(), code, form.name().strip()))
                        .filter(tidy ->
                                enrolment.confirm(standing.account().id(), tidy, binding(standing), visitor.facts()))
                        .map(tidy -> TotpService.AMR));
    }

    /**
     * A question for a new security key.
     *
     * @return empty when factors may not be changed now
     * @throws org.ostiary.ejb.session.NotSignedIn when nobody is logged in
     */
    public Optional<KeyChallenge> askForKey(Visitor visitor) {
        return fresh(visitor).map(standing -> keys.askForNew(standing.account().id(), binding(standing)));
    }

    /** Takes the answer of a new security key. */
    public FactorChange enrolKey(KeyAnswer answer, String name, String formToken, Visitor visitor) {
        return enrol(
                FactorKind.SECURITY_KEY,
                name,
                formToken,
                visitor,
                standing -> keys.enrol(
                                standing.account().id(), name.strip(), answer, binding(standing), visitor.facts())
                        .map(ProvedKey::amr));
    }

    /** Enrols by a ceremony that answers the methods it proved, or nothing. A first factor comes with recovery codes. */
    private FactorChange enrol(
            FactorKind kind,
            String name,
            String formToken,
            Visitor visitor,
            Function<SessionStanding, Optional<List<String>>> ceremony) {
        return changes.make(formToken, visitor, standing -> {
            String accountId = standing.account().id();
            long before = list.count(accountId);
            if (before >= MOST) {
                return new NotDone(Reason.TOO_MANY);
            }
            if (!changes.usable(name)) {
                return new NotDone(Reason.UNUSABLE_NAME);
            }
            Optional<List<String>> amr = ceremony.apply(standing);
            if (amr.isEmpty()) {
                return new NotDone(kind == FactorKind.SECURITY_KEY ? Reason.KEY_REFUSED : Reason.WRONG_CODE);
            }
            SessionCookie cookie =
                    sessions.elevate(accountId, amr.get(), visitor).orElseThrow(NotSignedIn::new);
            return new Enrolled(cookie, before == 0 ? recoveryCodes.begin(accountId) : List.of());
        });
    }

    private Optional<SessionStanding> fresh(Visitor visitor) {
        return Optional.of(signedIn.require(visitor)).filter(signedIn::fresh);
    }

    private static String binding(SessionStanding standing) {
        return "factors\n" + standing.session().id();
    }
}
