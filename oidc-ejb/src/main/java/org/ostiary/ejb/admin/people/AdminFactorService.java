package org.ostiary.ejb.admin.people;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.audit.AuditEvent.FactorsReset;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.factor.FactorListService;
import org.ostiary.ejb.factor.Factors;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;

/** The second factors of people, and taking them from somebody who lost them. */
@Stateless
public class AdminFactorService {

    @Inject
    Accounts accounts;

    @Inject
    FactorListService factors;

    @Inject
    AdminSessionService sessions;

    @Inject
    SessionsByJob all;

    @Inject
    AuditLog audit;

    /** What a person has. */
    @TransactionAttribute(SUPPORTS)
    public SecondFactorList of(String accountId) {
        Factors found = factorsOf(require(accountId));
        return new SecondFactorList(
                found.factors().stream().map(SecondFactorView::of).toList(), found.recoveryCodesLeft());
    }

    /**
     * Takes all of it away, so that the password alone lets the person in where that is enough, and another factor can be set up
     * where it is not. Whoever holds what was lost is signed out, by a job where there are very many sessions; access that outlives
     * sessions stays.
     */
    public FactorResetResult reset(Administrator administrator, String accountId, FactorResetOrder order) {
        if (administrator.is(accountId)) {
            throw AdminRefusal.conflict(
                    "own-account-stays", "Nobody takes their own second factors: the account pages ask for them first");
        }
        Factors found = factorsOf(require(accountId));
        int several = found.factors().size();
        long codes = found.recoveryCodesLeft();
        String what = "factors: " + several + ", recovery codes: " + codes;
        if (order.dryRun()) {
            audit.note(administrator.did(accountId, null, "dry run; " + what), administrator.facts());
            return new FactorResetResult(
                    several, codes, sessions.of(accountId).sessions().size(), false, null);
        }
        factors.removeAll(accountId);
        SessionsByJob.Ended ended = all.endAll(administrator, accountId);
        audit.note(administrator.did(accountId, null, what + ", " + ended.words()), administrator.facts());
        audit.note(new FactorsReset(accountId, administrator.actor(), what), administrator.facts());
        return new FactorResetResult(several, codes, ended.ended(), true, ended.job());
    }

    private Factors factorsOf(Account account) {
        return factors.of(account, false, false);
    }

    private Account require(String id) {
        return accounts.find(id).orElseThrow(() -> AdminRefusal.unknown("account"));
    }
}
