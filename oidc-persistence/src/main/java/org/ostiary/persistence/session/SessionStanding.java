package org.ostiary.persistence.session;

import java.util.List;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.consent.Consent;

/** A session, the account it belongs to, and what that account has granted to one client. */
public record SessionStanding(LoginSession session, Account account, List<Consent> consents) {}
