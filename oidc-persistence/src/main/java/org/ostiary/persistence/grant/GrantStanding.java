package org.ostiary.persistence.grant;

import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.session.LoginSession;

/** A grant with the account and the session that it hangs on. */
public record GrantStanding(Grant grant, Account account, LoginSession session) {}
