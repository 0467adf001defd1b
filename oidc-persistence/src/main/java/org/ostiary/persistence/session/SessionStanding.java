package org.ostiary.persistence.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.consent.Consent;

/**
 * A session, the account it belongs to, and what that account has granted to one client.
 *
 * @param sub what that client knows the account by; null when it never saw it
 */
public record SessionStanding(
        LoginSession session,
        Account account,
        List<Consent> consents,
        @Nullable String sub) {}
