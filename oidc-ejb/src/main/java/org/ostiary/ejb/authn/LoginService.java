package org.ostiary.ejb.authn;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.audit.AuditEvent.LoginFailed;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.authn.LoginOutcome.Reason;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.regulation.Guess;
import org.ostiary.ejb.regulation.KnownDevices;
import org.ostiary.ejb.regulation.Regulation;
import org.ostiary.ejb.session.NewLogin;
import org.ostiary.ejb.session.SessionService;
import org.ostiary.ejb.subject.Subjects;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.account.Account;

/**
 * Proves by a password who a person is.
 *
 * <p>Outside any transaction, because a password takes tens of milliseconds to hash and no connection should wait for it;
 * what must be written is written by services with transactions of their own. {@link Credentials} says why the time tells
 * no names apart; nor does it tell whom {@link Regulation} locks out.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class LoginService {

    /** RFC 8176, section 2. */
    private static final Set<String> BY_PASSWORD = Set.of("pwd");

    private static final String LOCKED_OUT = "too many wrong passwords before";

    @Inject
    InteractionDesk desk;

    @Inject
    FormTokens formTokens;

    @Inject
    Credentials credentials;

    @Inject
    Regulation regulation;

    @Inject
    KnownDevices devices;

    @Inject
    Subjects subjects;

    @Inject
    SessionService sessions;

    @Inject
    AuditService audit;

    @Inject
    ProviderConfig config;

    /**
     * Logs a person in.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public LoginOutcome login(String interaction, LoginForm form, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        if (!formTokens.use(FormBinding.LOGIN, FormBinding.of(interaction), form.formToken())) {
            return new LoginRefused(Reason.STALE_FORM);
        }
        String clientId = open.client().clientId();
        Candidate candidate = credentials.find(form.username());
        Account account = candidate.account();
        Optional<Guess> guess = regulation.begin(candidate.username(), account, visitor);
        Proof proof = guess.isPresent()
                ? credentials.prove(candidate, form.password(), visitor.facts())
                : credentials.pretend(candidate, form.password());
        guess.ifPresent(counted -> settle(counted, proof, account, visitor));
        Reason refused = proof.refused();
        if (refused != null) {
            String why = guess.isPresent() ? proof.why() : LOCKED_OUT;
            audit.note(new LoginFailed(proof.accountId(), clientId, why), visitor.facts());
            return new LoginRefused(refused);
        }
        String accountId = Objects.requireNonNull(proof.accountId());
        // Made here, where no connection is held: the first redemption would need a second one for it.
        subjects.subOf(accountId, open.client().subject().sector());
        return new LoggedIn(
                sessions.begin(new NewLogin(accountId, BY_PASSWORD, form.remember(), open), visitor),
                devices.remember(visitor.deviceCookie(), accountId));
    }

    /** Whether a person may stay logged in after the browser is closed. */
    public boolean remembers() {
        return config.session().remembers();
    }

    /**
     * What nobody judged is no guess. Where a place outside is away, wrong passwords of accounts of our own count for their
     * names only: an address that is locked out would tell which names are ours.
     */
    private void settle(Guess guess, Proof proof, @Nullable Account account, Visitor visitor) {
        if (proof.refused() == null || !proof.judged()) {
            regulation.takeBack(guess);
            return;
        }
        if (proof.refused() == Reason.UNAVAILABLE) {
            regulation.takeBack(guess.ofAddress());
            regulation.fail(guess.exceptOfAddress(), account, visitor.facts());
            return;
        }
        regulation.fail(guess, account, visitor.facts());
    }
}
