package org.ostiary.ejb.authn;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.authn.LoginOutcome.Reason;

/**
 * What a password proved.
 *
 * @param accountId whose it is, or whose it is not; null when nobody here has the name
 * @param refused why it proved nothing; null when it did
 * @param why the same for the audit, with what the person may not know
 */
record Proof(@Nullable String accountId, @Nullable Reason refused, String why) {

    static Proof of(String accountId) {
        return new Proof(accountId, null, "");
    }

    static Proof refused(Candidate candidate, Reason reason, String why) {
        return new Proof(candidate.accountId(), reason, why);
    }
}
