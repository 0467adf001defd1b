package org.ostiary.ejb.registration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.audit.AuditEvent.AccountRegistered;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.AccountDescription;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.subject.ExpectedSubjects;

/** Writes down a new account, in a transaction of its own. */
@Stateless
public class NewAccountService {

    @Inject
    Accounts accounts;

    @Inject
    ExpectedSubjects expected;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Adds the account; nobody confirmed the address yet.
     *
     * @return its id; empty when the username is somebody's, or that of somebody who is expected
     */
    public Optional<String> add(RegistrationForm form, String digest, String clientId, RequestFacts facts) {
        String key = UsernameKey.of(form.username());
        if (accounts.findByUsernameKey(key).isPresent() || expected.waitFor(key)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String username = form.username().strip();
        Account account = new Account(username, key, Set.of(), digest, Account.SELF_MADE, now);
        account.describe(
                new AccountDescription(
                        username,
                        form.displayName().strip(),
                        form.email().strip(),
                        false,
                        Set.of(),
                        digest,
                        false,
                        null),
                now);
        accounts.add(account);
        audit.note(new AccountRegistered(account.id(), clientId), facts);
        return Optional.of(account.id());
    }
}
