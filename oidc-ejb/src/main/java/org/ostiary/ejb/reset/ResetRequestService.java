package org.ostiary.ejb.reset;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.audit.AuditEvent.PasswordResetRequested;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.Sealing;
import org.ostiary.ejb.secret.WrongMasterKeyException;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.reset.ResetRequest;
import org.ostiary.persistence.reset.ResetRequests;
import org.ostiary.persistence.sealed.SealedColumn;

/**
 * Writes down who forgot a password, and answers it afterwards: finds the accounts, and has a mail written to each. A request is
 * answered once, by one node, in one transaction with the mail that answers it.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class ResetRequestService {

    /** An address may be that of several accounts; more than these are nobody's. */
    static final int MOST_ACCOUNTS = 5;

    private static final Logger LOG = Logger.getLogger(ResetRequestService.class.getName());
    private static final int BATCH = 20;
    private static final int LONGEST_USER_AGENT = 500;
    /** An answer that comes later is none that somebody still waits for. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    @Inject
    ResetRequests requests;

    @Inject
    Accounts accounts;

    @Inject
    ResetMail mail;

    @Inject
    Sealing sealing;

    @Inject
    SecureTokens random;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Writes down what somebody typed. */
    public void write(String name, RequestFacts facts) {
        String id = random.uuid();
        String userAgent = facts.userAgent();
        requests.add(new ResetRequest(
                id,
                sealing.seal(SealedColumn.RESET_NAME.place(id), name),
                facts.ip(),
                facts.requestId(),
                userAgent.substring(0, Math.min(userAgent.length(), LONGEST_USER_AGENT)),
                clock.instant()));
    }

    /** Answers the request that waits longest; false when there is none for this caller. */
    public boolean answerOne() {
        for (ResetRequest request : requests.oldest(BATCH)) {
            if (requests.take(request.id())) {
                answer(request);
                return true;
            }
        }
        return false;
    }

    private void answer(ResetRequest request) {
        RequestFacts facts = new RequestFacts(request.requestId(), request.ip(), request.userAgent());
        Instant now = clock.instant();
        String name = name(request);
        if (name == null || request.createdAt().plus(PATIENCE).isBefore(now)) {
            audit.note(new PasswordResetRequested(null, false, "too late"), facts);
            return;
        }
        List<Account> found = accounts(name);
        if (found.isEmpty()) {
            audit.note(new PasswordResetRequested(null, false, "unknown name"), facts);
        }
        found.forEach(account -> mail.answer(account, now, facts));
    }

    private @Nullable String name(ResetRequest request) {
        try {
            return sealing.open(SealedColumn.RESET_NAME.place(request.id()), request.sealedName());
        } catch (WrongMasterKeyException e) {
            LOG.log(Level.WARNING, "A request for a new password cannot be opened, so it is left unanswered", e);
            return null;
        }
    }

    /** The account of that name, else those with that address. */
    private List<Account> accounts(String name) {
        List<Account> found =
                new ArrayList<>(UsernameKey.find(name).flatMap(key -> accounts.findByUsernameKey(key)).stream()
                        .toList());
        if (found.isEmpty() && name.indexOf('@') > 0) {
            found.addAll(accounts.ofEmail(name, MOST_ACCOUNTS));
        }
        return found;
    }
}
