package org.ostiary.ejb.subject;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.client.CacheVersions;
import org.ostiary.persistence.subject.ExpectedSubject;
import org.ostiary.persistence.subject.ExpectedSubjects;
import org.ostiary.persistence.subject.SubjectIdentifier;
import org.ostiary.persistence.subject.SubjectIdentifiers;

/** Takes a few hundred subject identifiers over, or compares them with what there is. */
@Stateless
public class SubjectImportService {

    @Inject
    Accounts accounts;

    @Inject
    SubjectIdentifiers identifiers;

    @Inject
    ExpectedSubjects expected;

    @Inject
    CacheVersions versions;

    @Inject
    Clock clock;

    /** What would come of them; changes nothing. */
    public SubjectImportResult compare(List<ImportedIdentifier> batch) {
        return known(batch).judge(batch).result(true);
    }

    /** Binds them to accounts, or lets them wait for one; what conflicts is left. */
    public SubjectImportResult take(List<ImportedIdentifier> batch) {
        // Holds the row, so that two nodes that start together do this one after the other.
        versions.raise(CacheVersions.ACCOUNTS);
        SubjectJudgement judged = known(batch).judge(batch);
        judged.released().forEach(expected::remove);
        judged.bound()
                .forEach((each, accountId) ->
                        identifiers.add(new SubjectIdentifier(each.sub(), accountId, each.sector(), clock.instant())));
        judged.waiting()
                .forEach(each -> expected.add(
                        new ExpectedSubject(each.sub(), each.usernameKey(), each.sector(), clock.instant())));
        return judged.result(false);
    }

    /**
     * Gives a new account the identifiers that it had elsewhere, in the transaction that makes it; so it may be one that its owner made.
     *
     * @return those that are somebody else's and were left
     */
    public List<SubjectConflict> give(String accountId, List<ImportedIdentifier> batch) {
        SubjectJudgement judged = new SubjectJudgement();
        List<String> subs = batch.stream().map(ImportedIdentifier::sub).toList();
        List<String> names = batch.stream().map(ImportedIdentifier::usernameKey).toList();
        identifiers.of(subs, List.of()).forEach(judged::know);
        expected.of(subs, names).forEach(judged::know);
        judged.judge(batch);
        judged.waiting()
                .forEach(each ->
                        identifiers.add(new SubjectIdentifier(each.sub(), accountId, each.sector(), clock.instant())));
        return judged.conflicts();
    }

    private SubjectJudgement known(List<ImportedIdentifier> batch) {
        List<String> subs = batch.stream().map(ImportedIdentifier::sub).toList();
        List<String> names = batch.stream().map(ImportedIdentifier::usernameKey).toList();
        SubjectJudgement judgement = new SubjectJudgement();
        judgement.know(accounts.ofUsernameKeys(names));
        identifiers.of(subs, judgement.accountIds()).forEach(judgement::know);
        expected.of(subs, names).forEach(judgement::know);
        return judgement;
    }
}
