package org.ostiary.ejb.authn;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.authn.LoginOutcome.Reason;

/**
 * What a password proved.
 *
 * @param accountId whose it is, or whose it is not; null when nobody here has the name
 * @param refused why it proved nothing; null when it did
 * @param why the same for the audit, with what the person may not know
 * @param judged whether it was compared with anything, or with nothing because nobody has the name; then a refusal is a guess
 */
record Proof(@Nullable String accountId, @Nullable Reason refused, String why, boolean judged) {

    static Proof of(String accountId) {
        return new Proof(accountId, null, "", true);
    }

    static Proof wrong(Candidate candidate, String why) {
        return new Proof(candidate.accountId(), Reason.INVALID_CREDENTIALS, why, true);
    }

    static Proof busy(Candidate candidate) {
        return new Proof(candidate.accountId(), Reason.BUSY, "too many logins at once", false);
    }

    static Proof unavailable(Candidate candidate, boolean judged) {
        return new Proof(candidate.accountId(), Reason.UNAVAILABLE, "a source of accounts is away", judged);
    }
}
