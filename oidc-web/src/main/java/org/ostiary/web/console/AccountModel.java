package org.ostiary.web.console;

import java.util.List;
import org.ostiary.ejb.admin.people.AccountView;
import org.ostiary.ejb.admin.people.GrantView;
import org.ostiary.ejb.admin.people.SessionView;

/** An account with where its person is signed in and what they granted. */
public record AccountModel(AccountView account, List<SessionView> sessions, List<GrantView> grants) {}
