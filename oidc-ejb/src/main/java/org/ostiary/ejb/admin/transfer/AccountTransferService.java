package org.ostiary.ejb.admin.transfer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ostiary.ejb.accounts.ImportedDigests;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.subject.ImportedIdentifier;
import org.ostiary.ejb.subject.SubjectConflict;
import org.ostiary.ejb.subject.SubjectImportService;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.AccountDescription;
import org.ostiary.persistence.account.Accounts;

/** Writes one account of a document down. */
@Stateless
public class AccountTransferService {

    @Inject
    Accounts accounts;

    @Inject
    ImportedDigests digests;

    @Inject
    SubjectImportService subjects;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Makes the account with its identifiers; answers those that were somebody else's. */
    public List<SubjectConflict> add(
            Administrator administrator, AccountEntry entry, List<ImportedIdentifier> identifiers) {
        Instant now = clock.instant();
        Account account = new Account(
                entry.username().strip(), UsernameKey.of(entry.username()), Set.of(), "", entry.origin(), now);
        accounts.add(account);
        account.describe(
                new AccountDescription(
                        account.username(),
                        entry.displayName(),
                        entry.email(),
                        entry.emailVerified(),
                        new LinkedHashSet<>(entry.groups()),
                        entry.password(),
                        entry.disabled(),
                        entry.claims()),
                now);
        account.speak(entry.language(), now);
        digests.note(Stream.ofNullable(entry.password()).toList());
        audit.note(
                administrator.did(
                        account.id(), null, "account imported; groups: " + clipped(String.join(", ", entry.groups()))),
                administrator.facts());
        return subjects.give(account.id(), identifiers);
    }

    /** Takes what the document says of an account; groups and locks have rules of their own. */
    public void describe(Administrator administrator, String id, AccountEntry entry) {
        Account account = accounts.find(id).orElseThrow(() -> AdminRefusal.unknown("account"));
        Instant now = clock.instant();
        account.describe(
                new AccountDescription(
                        account.username(),
                        entry.displayName(),
                        entry.email(),
                        entry.emailVerified(),
                        account.groups(),
                        account.password(),
                        account.switchedOff(),
                        entry.claims()),
                now);
        account.speak(entry.language(), now);
        audit.note(administrator.did(id, null, "account described by a document"), administrator.facts());
    }

    private static String clipped(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
