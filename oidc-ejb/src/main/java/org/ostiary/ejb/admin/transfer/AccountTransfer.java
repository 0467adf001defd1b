package org.ostiary.ejb.admin.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.account.KeptHere;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.people.AdminAccountService;
import org.ostiary.ejb.admin.people.AdminGroupService;
import org.ostiary.ejb.subject.ImportedIdentifier;
import org.ostiary.ejb.subject.SubjectConflict;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;

/**
 * Brings accounts in. An account that is there keeps its password, and one that is locked here stays so: what happened since the
 * document was written is not undone by it.
 */
@ApplicationScoped
public class AccountTransfer {

    private static final String GROUPS = "groups";
    private static final String DISABLED = "disabled";

    /** The document says all of it, so nothing of another change in between could be kept. */
    private static final String WHATEVER_IT_IS = "*";

    @Inject
    Accounts accounts;

    @Inject
    AccountTransferService steps;

    @Inject
    AdminGroupService groups;

    @Inject
    AdminAccountService administered;

    /**
     * Takes one account.
     *
     * @param identifiers what applications call the person; a new account gets them at once
     * @return empty where nothing is different
     */
    public Optional<ImportLine> take(
            Administrator administrator, AccountEntry entry, List<ImportedIdentifier> identifiers, boolean dryRun) {
        Optional<String> mistake = AccountEntryRules.refusal(entry);
        if (mistake.isPresent()) {
            return Optional.of(refused(entry, mistake.get()));
        }
        Optional<Account> known = accounts.findByUsernameKey(UsernameKey.of(entry.username()));
        try {
            return known.isPresent()
                    ? compared(administrator, entry, known.get(), dryRun)
                    : Optional.of(added(administrator, entry, identifiers, dryRun));
        } catch (AdminRefusal refusal) {
            return Optional.of(refused(entry, refusal.detail()));
        }
    }

    private ImportLine added(
            Administrator administrator, AccountEntry entry, List<ImportedIdentifier> identifiers, boolean dryRun) {
        List<SubjectConflict> conflicts = dryRun ? List.of() : steps.add(administrator, entry, identifiers);
        String password =
                entry.password() == null ? "It has no password yet: its person chooses one by a link in a mail" : null;
        return ImportLine.added(
                ImportKind.ACCOUNT,
                entry.username(),
                conflicts.isEmpty()
                        ? password
                        : "Subject identifiers that are somebody else's were left: " + conflicts);
    }

    private Optional<ImportLine> compared(
            Administrator administrator, AccountEntry entry, Account known, boolean dryRun) {
        if (!KeptHere.is(known)) {
            return Optional.of(refused(entry, "comes from " + known.origin() + " here, and is as that says"));
        }
        List<ImportChange> changes = changes(known, entry);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        administered.requireChangeable(administrator, known.id(), entry.groups());
        if (!dryRun) {
            carryOut(administrator, entry, known.id(), changes);
        }
        return Optional.of(ImportLine.changed(ImportKind.ACCOUNT, entry.username(), changes));
    }

    private void carryOut(Administrator administrator, AccountEntry entry, String id, List<ImportChange> changes) {
        steps.describe(administrator, id, entry);
        if (changes.stream().anyMatch(change -> change.part().equals(GROUPS))) {
            groups.join(administrator, id, entry.groups(), WHATEVER_IT_IS);
        }
        if (changes.stream().anyMatch(change -> change.part().equals(DISABLED))) {
            administered.disable(administrator, id);
        }
    }

    private static List<ImportChange> changes(Account known, AccountEntry entry) {
        List<ImportChange> changes = new ArrayList<>();
        compare(changes, "display_name", known.displayName(), entry.displayName());
        compare(changes, "email", known.email(), entry.email());
        compare(changes, "email_verified", known.emailVerified(), entry.emailVerified());
        compare(changes, GROUPS, new TreeSet<>(known.groups()), new TreeSet<>(entry.groups()));
        compare(changes, "language", known.language(), entry.language());
        compare(changes, "claims", known.claims(), entry.claims());
        if (entry.disabled()) {
            compare(changes, DISABLED, known.disabled(), true);
        }
        return changes;
    }

    private static void compare(
            List<ImportChange> changes, String part, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new ImportChange(part, text(before), text(after)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static ImportLine refused(AccountEntry entry, String reason) {
        return ImportLine.refused(ImportKind.ACCOUNT, entry.username(), reason);
    }
}
