package org.ostiary.ejb.stepup;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import org.ostiary.ejb.audit.AuditEvent.FactorEnrolled;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.authorize.InteractionView;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.factor.RecoveryCodeService;
import org.ostiary.ejb.factor.TotpEnrolment;
import org.ostiary.ejb.factor.TotpService;
import org.ostiary.ejb.factor.TotpSetUp;
import org.ostiary.ejb.factor.TotpSetUpForm;
import org.ostiary.ejb.factor.TotpSetUps;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.stepup.StepUpOutcome.Enrolled;
import org.ostiary.ejb.stepup.StepUpOutcome.Proved;
import org.ostiary.ejb.stepup.StepUpOutcome.Reason;
import org.ostiary.ejb.stepup.StepUpOutcome.Refused;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.session.SessionStanding;

/**
 * Lets a person enrol their first second factor where an application demands one. The page's turn comes only for who has none
 * and typed the password within this very request; an app counts once it showed a right code.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class EnrolmentService {

    private static final String FIRST_NAME = "Authenticator app";

    @Inject
    StepUp stepUp;

    @Inject
    TotpSetUps setUps;

    @Inject
    TotpEnrolment enrolment;

    @Inject
    RecoveryCodeService recoveryCodes;

    @Inject
    AuditService audit;

    /**
     * What the page needs to offer a key.
     *
     * @param setUpToken of the offer that was shown before; empty for a new one
     * @return empty when it is not this page's turn
     */
    public Optional<EnrolmentView> view(String interaction, String setUpToken, Visitor visitor) {
        return stepUp.turn(Page.ENROLMENT, interaction, visitor)
                .map(view -> new EnrolmentView(view, offer(view, setUpToken)));
    }

    /**
     * Takes the first code of the app.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public StepUpOutcome confirm(String interaction, EnrolmentForm form, Visitor visitor) {
        Optional<InteractionView> turn = stepUp.turn(Page.ENROLMENT, interaction, visitor);
        if (turn.isEmpty()) {
            return new Refused(Reason.NOT_ASKED);
        }
        Optional<SessionStanding> sender = stepUp.sender(FormBinding.ENROLMENT, interaction, form.formToken(), visitor);
        if (sender.isEmpty()) {
            return new Refused(Reason.STALE_FORM);
        }
        Optional<String> code = CodeText.sixDigits(form.code());
        String accountId = sender.get().account().id();
        if (code.isEmpty()
                || !enrolment.confirm(
                        accountId, new TotpSetUpForm(form.setUpToken(), code.get(), FIRST_NAME), interaction)) {
            return new Refused(Reason.WRONG_CODE);
        }
        audit.note(new FactorEnrolled(accountId, "authenticator app"), visitor.facts());
        StepUpOutcome outcome =
                stepUp.proved(sender.get(), TotpService.AMR, turn.get().clientId(), visitor);
        return outcome instanceof Proved proved
                ? new Enrolled(proved.sessionCookie(), recoveryCodes.replace(accountId))
                : outcome;
    }

    private TotpSetUp offer(InteractionView view, String setUpToken) {
        String username = String.valueOf(view.accountName());
        return setUps.offerAgain(username, view.interaction(), setUpToken);
    }
}
