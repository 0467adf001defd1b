package org.ostiary.ejb.registration;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ostiary.ejb.audit.AuditEvent.RegistrationRefused;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.once.LostRace;
import org.ostiary.ejb.password.HashingBusyException;
import org.ostiary.ejb.password.PasswordHasher;
import org.ostiary.ejb.registration.RegistrationOutcome.NotRegistered;
import org.ostiary.ejb.registration.RegistrationOutcome.Reason;
import org.ostiary.ejb.registration.RegistrationOutcome.Registered;
import org.ostiary.ejb.regulation.HourlyLimit;
import org.ostiary.ejb.regulation.KnownDevices;
import org.ostiary.ejb.session.NewLogin;
import org.ostiary.ejb.session.SessionService;
import org.ostiary.ejb.source.CredentialSources;
import org.ostiary.ejb.source.SourceAwayException;
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

    /** From one place: each try may find out whether a username is taken. */
    static final int MOST_AN_HOUR = 10;

    private static final Set<String> BY_PASSWORD = Set.of("pwd");

    private static final Logger LOG = Logger.getLogger(RegistrationService.class.getName());

    @Inject
    InteractionDesk desk;

    @Inject
    FormTokens formTokens;

    @Inject
    HourlyLimit limit;

    @Inject
    PasswordHasher hasher;

    @Inject
    CredentialSources sources;

    @Inject
    NewAccountService accounts;

    @Inject
    Subjects subjects;

    @Inject
    SessionService sessions;

    @Inject
    KnownDevices devices;

    @Inject
    AuditService audit;

    /**
     * Makes the account and logs its person in.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public RegistrationOutcome register(String interaction, RegistrationForm form, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        if (!takes(form.formToken(), open)) {
            return new NotRegistered(Reason.STALE_FORM);
        }
        Optional<Reason> refusal = RegistrationRules.refusal(form);
        if (refusal.isPresent()) {
            return new NotRegistered(refusal.get());
        }
        if (!limit.allows("registrations", visitor.facts().ip(), MOST_AN_HOUR)) {
            return refused(Reason.TOO_MANY, "too many tries from one address", open, visitor);
        }
        Optional<RegistrationOutcome> outside = knownOutside(form.username(), open, visitor);
        if (outside.isPresent()) {
            return outside.get();
        }
        Optional<String> digest = digest(form.password());
        if (digest.isEmpty()) {
            return new NotRegistered(Reason.BUSY);
        }
        return add(form, digest.get(), open, visitor)
                .map(accountId -> logIn(accountId, open, visitor))
                .orElseGet(() -> refused(Reason.USERNAME_UNUSABLE, "username taken", open, visitor));
    }

    /**
     * Notes that the person has an account and wants to log in with it.
     *
     * @return false when the form was used before, is too old, or was not made for this browser
     */
    public boolean logInInstead(String interaction, String formToken, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        if (!takes(formToken, open)) {
            return false;
        }
        sessions.choose(open, "", visitor);
        return true;
    }

    /** An interaction makes one account at most, however often its page was opened before. */
    private boolean takes(String formToken, OpenInteraction open) {
        return !open.interaction().chosen()
                && formTokens.use(FormBinding.REGISTER, FormBinding.of(open.handle()), formToken);
    }

    private RegistrationOutcome refused(Reason reason, String why, OpenInteraction open, Visitor visitor) {
        audit.note(new RegistrationRefused(open.client().clientId(), why), visitor.facts());
        return new NotRegistered(reason);
    }

    /** An account of our own keeps its name: so it must not be that of a person who would then never get in. */
    private Optional<RegistrationOutcome> knownOutside(String username, OpenInteraction open, Visitor visitor) {
        try {
            return sources.know(username)
                    ? Optional.of(refused(Reason.USERNAME_UNUSABLE, "username known outside", open, visitor))
                    : Optional.empty();
        } catch (SourceAwayException away) {
            LOG.log(Level.WARNING, "Nobody can register: " + away.getMessage(), away.getCause());
            return Optional.of(refused(Reason.SOURCE_AWAY, "a source of accounts is away", open, visitor));
        }
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
        } catch (EJBException failure) {
            if (LostRace.is(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private RegistrationOutcome logIn(String accountId, OpenInteraction open, Visitor visitor) {
        // Made here, where no connection is held: the first redemption would need a second one for it.
        subjects.subOf(accountId, open.client().subject().sector());
        return new Registered(
                sessions.begin(new NewLogin(accountId, BY_PASSWORD, false, open), visitor),
                devices.remember(visitor.deviceCookie(), accountId));
    }
}
