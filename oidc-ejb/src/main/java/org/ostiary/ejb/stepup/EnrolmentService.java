package org.ostiary.ejb.stepup;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.authorize.InteractionView;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.factor.CodeText;
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
import org.ostiary.ejb.webauthn.KeyAnswer;
import org.ostiary.ejb.webauthn.ProvedKey;
import org.ostiary.ejb.webauthn.SecurityKeyService;
import org.ostiary.persistence.session.SessionStanding;

/**
 * Lets a person enrol their first second factor where an application demands one. The page's turn comes only for who has none
 * and typed the password within this very request; an app counts once it showed a right code.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class EnrolmentService {

    /** Pages call such a factor by its kind, in the language of who reads them. */
    private static final String NO_NAME = "";

    @Inject
    StepUp stepUp;

    @Inject
    TotpSetUps setUps;

    @Inject
    TotpEnrolment enrolment;

    @Inject
    SecurityKeyService keys;

    @Inject
    RecoveryCodeService recoveryCodes;

    /**
     * What the page needs to offer a key.
     *
     * @param setUpToken of the offer that was shown before; empty for a new one
     * @return empty when it is not this page's turn
     */
    public Optional<EnrolmentView> view(String interaction, String setUpToken, Visitor visitor) {
        return stepUp.turn(Page.ENROLMENT, interaction, visitor)
                .flatMap(view -> stepUp.person(view, visitor)
                        .map(person -> new EnrolmentView(
                                view,
                                offer(view, setUpToken),
                                keys.askForNew(person.account().id(), FormBinding.of(interaction, person)))));
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
                        accountId,
                        new TotpSetUpForm(form.setUpToken(), code.get(), NO_NAME),
                        interaction,
                        visitor.facts())) {
            return new Refused(Reason.WRONG_CODE);
        }
        return enrolled(sender.get(), TotpService.AMR, turn.get(), visitor);
    }

    /**
     * Takes the answer of a new security key.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public StepUpOutcome confirmKey(String interaction, KeyAnswer answer, String formToken, Visitor visitor) {
        Optional<InteractionView> turn = stepUp.turn(Page.ENROLMENT, interaction, visitor);
        if (turn.isEmpty()) {
            return new Refused(Reason.NOT_ASKED);
        }
        Optional<SessionStanding> sender = stepUp.sender(FormBinding.ENROLMENT, interaction, formToken, visitor);
        if (sender.isEmpty()) {
            return new Refused(Reason.STALE_FORM);
        }
        String accountId = sender.get().account().id();
        Optional<ProvedKey> key =
                keys.enrol(accountId, NO_NAME, answer, FormBinding.of(interaction, sender.get()), visitor.facts());
        return key.isPresent()
                ? enrolled(sender.get(), key.get().amr(), turn.get(), visitor)
                : new Refused(Reason.KEY_REFUSED);
    }

    private StepUpOutcome enrolled(SessionStanding sender, List<String> amr, InteractionView turn, Visitor visitor) {
        StepUpOutcome outcome = stepUp.proved(sender, amr, turn.clientId(), visitor);
        return outcome instanceof Proved proved
                ? new Enrolled(
                        proved.sessionCookie(),
                        recoveryCodes.begin(sender.account().id()),
                        turn.display())
                : outcome;
    }

    private TotpSetUp offer(InteractionView view, String setUpToken) {
        String username = String.valueOf(view.accountName());
        return setUps.offerAgain(username, view.interaction(), setUpToken);
    }
}
