package org.ostiary.ejb.account;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.ostiary.ejb.audit.AuditEvent.PasswordChangeFailed;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.password.HashingBusyException;
import org.ostiary.ejb.password.PasswordHasher;
import org.ostiary.ejb.password.PasswordRules;
import org.ostiary.ejb.session.SignedIn;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.audit.AuditRecords;
import org.ostiary.persistence.session.SessionStanding;

/**
 * Lets people change their own password. Outside any transaction, because passwords take long to hash;
 * {@link NewPasswordService} writes.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class OwnPasswordService {

    private static final String FORM = "account-password";
    private static final int MOST_FAILURES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String WRONG = "old-password";

    @Inject
    SignedIn signedIn;

    @Inject
    PasswordHasher hasher;

    @Inject
    NewPasswordService passwords;

    @Inject
    AuditRecords records;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Whether the password of this account can be changed here. */
    public boolean changeable(Visitor visitor) {
        return isLocal(signedIn.require(visitor).account());
    }

    /** A token for the form. */
    public String formToken(Visitor visitor) {
        return signedIn.formToken(FORM, visitor);
    }

    /** Changes the password of the person who knows the old one; ends their other sessions. */
    public PasswordOutcome change(PasswordForm form, Visitor visitor) {
        if (!signedIn.takes(FORM, form.formToken(), visitor)) {
            return PasswordOutcome.STALE_FORM;
        }
        SessionStanding standing = signedIn.require(visitor);
        try {
            return judge(form, standing, visitor);
        } catch (HashingBusyException e) {
            return PasswordOutcome.BUSY;
        }
    }

    private PasswordOutcome judge(PasswordForm form, SessionStanding standing, Visitor visitor) {
        Account account = standing.account();
        if (!isLocal(account)) {
            return PasswordOutcome.NOT_HERE;
        }
        if (records.count(
                        "password_change_failed", account.id(), clock.instant().minus(WINDOW))
                >= MOST_FAILURES) {
            return PasswordOutcome.TOO_MANY;
        }
        if (!hasher.verify(form.oldPassword(), account.password()).matched()) {
            audit.note(new PasswordChangeFailed(account.id(), WRONG), visitor.facts());
            return PasswordOutcome.WRONG_PASSWORD;
        }
        if (form.newPassword().equals(form.oldPassword())) {
            return PasswordOutcome.SAME;
        }
        return switch (PasswordRules.forAdministrator(form.newPassword())) {
            case TOO_SHORT, NOT_TEXT -> PasswordOutcome.TOO_SHORT;
            case TOO_LONG -> PasswordOutcome.TOO_LONG;
            case ACCEPTABLE -> {
                passwords.set(
                        account.id(),
                        hasher.hash(form.newPassword()),
                        standing.session().id(),
                        visitor.facts());
                yield PasswordOutcome.CHANGED;
            }
        };
    }

    private static boolean isLocal(Account account) {
        return account.password() != null && KeptHere.is(account);
    }
}
