package org.ostiary.ejb.registration;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.password.HashingBusyException;
import org.ostiary.ejb.password.PasswordHasher;
import org.ostiary.ejb.registration.RegistrationOutcome.NotRegistered;
import org.ostiary.ejb.registration.RegistrationOutcome.Reason;
import org.ostiary.ejb.registration.RegistrationOutcome.Registered;
import org.ostiary.ejb.session.NewLogin;
import org.ostiary.ejb.session.SessionService;
import org.ostiary.ejb.subject.Subjects;
import org.ostiary.ejb.visit.Visitor;

/**
 * Makes an account for a person who asks for one (Initiating User Registration via OpenID Connect 1.0). Outside any
 * transaction, because a password takes its time to hash; what is written is written by services with transactions of their
 * own.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class RegistrationService {

    private static final Set<String> BY_PASSWORD = Set.of("pwd");

    @Inject
    InteractionDesk desk;

    @Inject
    FormTokens formTokens;

    @Inject
    RegistrationLimit limit;

    @Inject
    PasswordHasher hasher;

    @Inject
    NewAccountService accounts;

    @Inject
    Subjects subjects;

    @Inject
    SessionService sessions;

    /**
     * Makes the account and logs its person in.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public RegistrationOutcome register(String interaction, RegistrationForm form, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        if (!formTokens.use(FormBinding.REGISTER, FormBinding.of(interaction), form.formToken())) {
            return new NotRegistered(Reason.STALE_FORM);
        }
        Optional<Reason> refusal = RegistrationRules.refusal(form);
        if (refusal.isPresent()) {
            return new NotRegistered(refusal.get());
        }
        if (!limit.allows(visitor.facts().ip())) {
            return new NotRegistered(Reason.TOO_MANY);
        }
        Optional<String> digest = digest(form.password());
        if (digest.isEmpty()) {
            return new NotRegistered(Reason.BUSY);
        }
        return add(form, digest.get(), open, visitor)
                .map(accountId -> logIn(accountId, open, visitor))
                .orElse(new NotRegistered(Reason.USERNAME_UNUSABLE));
    }

    /**
     * Notes that the person has an account and wants to log in with it.
     *
     * @return false when the form was used before, is too old, or was not made for this browser
     */
    public boolean logInInstead(String interaction, String formToken, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        if (!formTokens.use(FormBinding.REGISTER, FormBinding.of(interaction), formToken)) {
            return false;
        }
        sessions.choose(open, "", visitor);
        return true;
    }

    private Optional<String> digest(String password) {
        try {
            return Optional.of(hasher.hash(password));
        } catch (HashingBusyException e) {
            return Optional.empty();
        }
    }

    /** Of two who want the same username at once, the database lets one have it. */
    private Optional<String> add(RegistrationForm form, String digest, OpenInteraction open, Visitor visitor) {
        try {
            return accounts.add(form, digest, open.client().clientId(), visitor.facts());
        } catch (RuntimeException failure) {
            if (accounts.taken(form.username())) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private RegistrationOutcome logIn(String accountId, OpenInteraction open, Visitor visitor) {
        // Made here, where no connection is held: the first redemption would need a second one for it.
        subjects.subOf(accountId, open.client().subject().sector());
        return new Registered(sessions.begin(new NewLogin(accountId, BY_PASSWORD, false, open), visitor));
    }
}
