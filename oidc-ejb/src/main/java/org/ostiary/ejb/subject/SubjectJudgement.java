package org.ostiary.ejb.subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.subject.ExpectedSubject;
import org.ostiary.persistence.subject.SubjectIdentifier;

/**
 * Compares identifiers with what there is. An identifier is one person's for ever, and a person has one in a sector; whatever would
 * break that is a conflict.
 */
final class SubjectJudgement {

    private record Place(String whose, String sector) {}

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Place> owners = new HashMap<>();
    private final Map<Place, String> owned = new HashMap<>();
    private final Map<String, Place> expectations = new HashMap<>();
    private final Map<Place, String> expected = new HashMap<>();

    private final Map<ImportedIdentifier, String> bound = new LinkedHashMap<>();
    private final List<ImportedIdentifier> waiting = new ArrayList<>();
    private final List<String> released = new ArrayList<>();
    private final List<SubjectConflict> conflicts = new ArrayList<>();
    private int unchanged;

    void know(List<Account> found) {
        found.forEach(account -> accounts.put(account.usernameKey(), account));
    }

    void know(SubjectIdentifier identifier) {
        own(identifier.sub(), new Place(identifier.accountId(), identifier.sector()));
    }

    void know(ExpectedSubject subject) {
        expect(subject.sub(), new Place(subject.usernameKey(), subject.sector()));
    }

    List<String> accountIds() {
        return accounts.values().stream().map(Account::id).toList();
    }

    SubjectJudgement judge(List<ImportedIdentifier> batch) {
        batch.forEach(each -> {
            Account account = accounts.get(each.usernameKey());
            String conflict = account == null ? awaited(each) : ownedBy(account, each);
            if (conflict != null) {
                conflicts.add(new SubjectConflict(each.username(), each.sector(), conflict));
            }
        });
        return this;
    }

    private @Nullable String ownedBy(Account account, ImportedIdentifier each) {
        Place place = new Place(account.id(), each.sector());
        Place waitingFor = expectations.get(each.sub());
        if (place.equals(owners.get(each.sub()))) {
            unchanged++;
            return null;
        }
        if (owners.containsKey(each.sub())
                || (waitingFor != null && !waitingFor.equals(new Place(each.usernameKey(), each.sector())))) {
            return "is another account's, or the same one's in another sector";
        }
        if (owned.containsKey(place)) {
            return "would be the second one of the account in its sector; applications know the first by now";
        }
        if (account.origin().equals(Account.SELF_MADE)) {
            return "was not given to an account that its owner made without anybody knowing who they are";
        }
        if (waitingFor != null) {
            released.add(each.sub());
        }
        own(each.sub(), place);
        bound.put(each, account.id());
        return null;
    }

    private @Nullable String awaited(ImportedIdentifier each) {
        Place place = new Place(each.usernameKey(), each.sector());
        if (place.equals(expectations.get(each.sub()))) {
            unchanged++;
            return null;
        }
        if (owners.containsKey(each.sub()) || expectations.containsKey(each.sub())) {
            return "is somebody else's, or the same one's in another sector";
        }
        if (expected.containsKey(place)) {
            return "would be the second one that waits for the account in its sector";
        }
        expect(each.sub(), place);
        waiting.add(each);
        return null;
    }

    private void own(String sub, Place place) {
        owners.put(sub, place);
        owned.put(place, sub);
    }

    private void expect(String sub, Place place) {
        expectations.put(sub, place);
        expected.put(place, sub);
    }

    /** By account. */
    Map<ImportedIdentifier, String> bound() {
        return bound;
    }

    /** Those whose account is not there. */
    List<ImportedIdentifier> waiting() {
        return waiting;
    }

    /** Those that waited, and do no more. */
    List<String> released() {
        return released;
    }

    List<SubjectConflict> conflicts() {
        return conflicts;
    }

    SubjectImportResult result(boolean dryRun) {
        return new SubjectImportResult(dryRun, bound.size(), waiting.size(), unchanged, conflicts);
    }
}
