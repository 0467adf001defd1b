package org.ostiary.ejb.stepup;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;
import org.ostiary.ejb.audit.AuditEvent.SecondFactorFailed;
import org.ostiary.ejb.authorize.InteractionView;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.factor.CodeText;
import org.ostiary.ejb.factor.FactorAttemptService;
import org.ostiary.ejb.factor.RecoveryCodeService;
import org.ostiary.ejb.factor.TotpService;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.stepup.StepUpOutcome.Reason;
import org.ostiary.ejb.stepup.StepUpOutcome.Refused;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.ejb.webauthn.KeyAnswer;
import org.ostiary.ejb.webauthn.ProvedKey;
import org.ostiary.ejb.webauthn.SecurityKeyService;
import org.ostiary.persistence.session.SessionStanding;

/**
 * Takes the second factor of a person who is logged in. It has no transaction itself: a try is counted in one of its own
 * before it is judged, and stays counted whatever comes then.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class SecondFactorService {

    @Inject
    StepUp stepUp;

    @Inject
    TotpService totp;

    @Inject
    RecoveryCodeService recoveryCodes;

    @Inject
    SecurityKeyService keys;

    @Inject
    FactorAttemptService attempts;

    /**
     * What the page needs to ask for a second factor.
     *
     * @return empty when it is not this page's turn
     */
    public Optional<SecondFactorView> view(String interaction, Visitor visitor) {
        return stepUp.turn(Page.SECOND_FACTOR, interaction, visitor)
                .flatMap(view -> stepUp.person(view, visitor)
                        .map(person -> new SecondFactorView(
                                view,
                                totp.hasApp(person.account().id()),
                                keys.ask(person.account().id(), FormBinding.of(interaction, person))
                                        .orElse(null))));
    }

    /**
     * Takes the answer of a security key.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public StepUpOutcome proveByKey(String interaction, KeyAnswer answer, String formToken, Visitor visitor) {
        Optional<InteractionView> turn = stepUp.turn(Page.SECOND_FACTOR, interaction, visitor);
        if (turn.isEmpty()) {
            return new Refused(Reason.NOT_ASKED);
        }
        Optional<SessionStanding> sender = stepUp.sender(FormBinding.SECOND_FACTOR, interaction, formToken, visitor);
        if (sender.isEmpty()) {
            return new Refused(Reason.STALE_FORM);
        }
        String clientId = turn.get().clientId();
        Optional<ProvedKey> proved = keys.prove(
                sender.get().account().id(), answer, FormBinding.of(interaction, sender.get()), visitor.facts());
        return proved.isPresent()
                ? stepUp.proved(sender.get(), proved.get().amr(), clientId, visitor)
                : stepUp.refused(sender.get(), Reason.KEY_REFUSED, "security key refused", clientId, visitor);
    }

    /**
     * Takes a code of an authenticator app.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public StepUpOutcome proveByCode(String interaction, String code, String formToken, Visitor visitor) {
        Optional<String> digits = CodeText.sixDigits(code);
        return prove(interaction, digits.map(each -> accountId -> totp.use(accountId, each)), formToken, visitor);
    }

    /**
     * Takes a recovery code.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public StepUpOutcome proveByRecoveryCode(String interaction, String code, String formToken, Visitor visitor) {
        Optional<String> letters = CodeText.recoveryCode(code);
        return prove(
                interaction, letters.map(each -> accountId -> recoveryCodes.use(accountId, each)), formToken, visitor);
    }

    /** Judges a code that was typed; an empty one is none, and so is no try either. */
    private StepUpOutcome prove(
            String interaction, Optional<Predicate<String>> right, String formToken, Visitor visitor) {
        Optional<InteractionView> turn = stepUp.turn(Page.SECOND_FACTOR, interaction, visitor);
        if (turn.isEmpty()) {
            return new Refused(Reason.NOT_ASKED);
        }
        Optional<SessionStanding> sender = stepUp.sender(FormBinding.SECOND_FACTOR, interaction, formToken, visitor);
        if (sender.isEmpty()) {
            return new Refused(Reason.STALE_FORM);
        }
        if (right.isEmpty()) {
            return new Refused(Reason.WRONG_CODE);
        }
        return judge(sender.get(), interaction, right.get(), turn.get().clientId(), visitor);
    }

    private StepUpOutcome judge(
            SessionStanding sender, String interaction, Predicate<String> right, String clientId, Visitor visitor) {
        String accountId = sender.account().id();
        if (!attempts.begin(accountId, interaction)) {
            return stepUp.refused(sender, Reason.TOO_MANY_TRIES, SecondFactorFailed.TOO_MANY, clientId, visitor);
        }
        if (!right.test(accountId)) {
            return stepUp.refused(sender, Reason.WRONG_CODE, "wrong code", clientId, visitor);
        }
        attempts.right(accountId, interaction);
        return stepUp.proved(sender, TotpService.AMR, clientId, visitor);
    }
}
