package org.ostiary.ejb.authn;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.accounts.UsernameKey;
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
import org.ostiary.ejb.password.HashingBusyException;
import org.ostiary.ejb.password.MalformedDigestException;
import org.ostiary.ejb.password.PasswordHasher;
import org.ostiary.ejb.regulation.Guess;
import org.ostiary.ejb.regulation.KnownDevices;
import org.ostiary.ejb.regulation.Regulation;
import org.ostiary.ejb.session.NewLogin;
import org.ostiary.ejb.session.SessionService;
import org.ostiary.ejb.subject.Subjects;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;

/**
 * Proves by a password who a person is.
 *
 * <p>Outside any transaction, because a password takes tens of milliseconds to hash and no connection should wait for it;
 * what must be written is written by services with transactions of their own. Exactly one hash is computed whatever the
 * name and the password are, also where {@link Regulation} lets no guess in; the time tells names apart only where a digest was imported that costs more than ours.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class LoginService {

    /** RFC 8176, section 2. */
    private static final Set<String> BY_PASSWORD = Set.of("pwd");

    private static final String LOCKED_OUT = "too many wrong passwords before";

    private static final Logger LOG = Logger.getLogger(LoginService.class.getName());

    @Inject
    InteractionDesk desk;

    @Inject
    FormTokens formTokens;

    @Inject
    Accounts accounts;

    @Inject
    PasswordHasher hasher;

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
        Account account = UsernameKey.find(form.username())
                .flatMap(key -> accounts.findByUsernameKey(key))
                .orElse(null);
        Optional<Guess> guess = regulation.begin(form.username(), account, visitor);
        // Judged also where it must not count, so that the time does not tell who is locked out.
        Optional<Reason> judged = judge(account, form.password());
        Optional<Reason> refused =
                guess.isPresent() ? judged : judged.or(() -> Optional.of(Reason.INVALID_CREDENTIALS));
        guess.ifPresent(counted -> settle(counted, refused, account, visitor));
        if (refused.isPresent()) {
            note(account, clientId, guess.isPresent() ? reasonFor(account, refused.get()) : LOCKED_OUT, visitor);
            return new LoginRefused(refused.get());
        }
        String accountId = Objects.requireNonNull(account).id();
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

    /** What was not judged, because the server was busy, is no guess. */
    private void settle(Guess guess, Optional<Reason> refused, @Nullable Account account, Visitor visitor) {
        if (refused.filter(reason -> reason == Reason.INVALID_CREDENTIALS).isPresent()) {
            regulation.fail(guess, account, visitor.facts());
        } else {
            regulation.takeBack(guess);
        }
    }

    private Optional<Reason> judge(@Nullable Account account, String password) {
        try {
            boolean right = hasher.verify(password, account == null ? null : account.password())
                    .matched();
            return right && account != null && !account.disabled()
                    ? Optional.empty()
                    : Optional.of(Reason.INVALID_CREDENTIALS);
        } catch (HashingBusyException e) {
            return Optional.of(Reason.BUSY);
        } catch (MalformedDigestException e) {
            LOG.log(Level.WARNING, "The stored password digest of an account is damaged: nobody can log in with it", e);
            return Optional.of(Reason.INVALID_CREDENTIALS);
        }
    }

    private void note(@Nullable Account account, String clientId, String reason, Visitor visitor) {
        String accountId = account == null ? null : account.id();
        audit.note(new LoginFailed(accountId, clientId, reason), visitor.facts());
    }

    private static String reasonFor(@Nullable Account account, Reason reason) {
        if (reason == Reason.BUSY) {
            return "too many logins at once";
        }
        if (account == null) {
            return "unknown username";
        }
        return account.disabled() ? "account disabled" : "wrong password";
    }
}
