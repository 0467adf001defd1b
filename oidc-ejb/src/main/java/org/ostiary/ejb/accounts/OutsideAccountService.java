package org.ostiary.ejb.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Logger;
import org.ostiary.ejb.audit.AuditEvent.AccountAbsent;
import org.ostiary.ejb.audit.AuditEvent.AccountAdded;
import org.ostiary.ejb.audit.AuditEvent.AccountBack;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.source.KnownPerson;
import org.ostiary.ejb.source.Origin;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;

/**
 * Keeps the accounts of people whom a place outside knows. An account hangs on what never changes about the person there:
 * who is renamed keeps it, and who is deleted and made anew gets another, whatever the name.
 *
 * <p>In transactions of their own, so that losing a race to a new row does not undo what the caller does.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutsideAccountService {

    private static final Logger LOG = Logger.getLogger(OutsideAccountService.class.getName());

    @Inject
    Accounts accounts;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Makes the person's account, at their first login, or describes it anew. */
    public Recognition recognise(Origin origin, KnownPerson person, RequestFacts facts) {
        Optional<String> key = UsernameKey.find(person.username());
        if (key.isEmpty()) {
            LOG.warning(() -> "A person of " + origin.text() + " has a username that cannot be used here: "
                    + OutsideDescription.printable(person.username()));
            return Recognition.refused("unusable username");
        }
        Instant now = clock.instant();
        Optional<Account> known = accounts.findOutside(origin.text(), person.externalId());
        Optional<Account> holder = accounts.findByUsernameKey(key.get())
                .filter(other ->
                        known.isEmpty() || !other.id().equals(known.get().id()));
        if (holder.filter(other -> !other.origin().equals(origin.text())).isPresent()) {
            LOG.warning(() -> "A person of " + origin.text() + " is called "
                    + OutsideDescription.printable(person.username())
                    + " like an account from elsewhere, which keeps the name; the person cannot log in");
            return Recognition.refused("username of an account from elsewhere");
        }
        holder.ifPresent(other -> release(other, now, facts));
        Account account = known.orElseGet(() -> add(origin, person, key.get(), now, facts));
        if (account.absent()) {
            audit.note(new AccountBack(account.id(), origin.text()), facts);
        }
        account.recognise(OutsideDescription.of(person), key.get(), now);
        return Recognition.of(account);
    }

    private void release(Account holder, Instant now, RequestFacts facts) {
        accounts.release(holder, now);
        audit.note(new AccountAbsent(holder.id(), "another person of " + holder.origin() + " has the username"), facts);
    }

    private Account add(Origin origin, KnownPerson person, String key, Instant now, RequestFacts facts) {
        Account account = Account.outside(origin.text(), person.externalId(), person.username(), key, now);
        accounts.add(account);
        audit.note(new AccountAdded(account.id(), origin.text()), facts);
        return account;
    }

    /** Whether the account is let in, as it is written now. */
    public boolean letsIn(String accountId) {
        return accounts.find(accountId).filter(account -> !account.disabled()).isPresent();
    }

    /** The place outside no longer knows the person, or locked them. */
    public void miss(String accountId, RequestFacts facts) {
        accounts.find(accountId).ifPresent(account -> {
            if (!account.absent()) {
                audit.note(new AccountAbsent(accountId, account.origin() + " no longer lets the person in"), facts);
            }
            account.miss(clock.instant());
        });
    }

    /** It could not say anything: asked again when an answer of that time would be too old. */
    public void postpone(String accountId, Instant asIfAnswered) {
        accounts.find(accountId).ifPresent(account -> account.postpone(asIfAnswered));
    }
}
