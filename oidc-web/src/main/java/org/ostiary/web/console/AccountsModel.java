package org.ostiary.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.people.AccountLine;

/** Accounts whose usernames begin so. */
public record AccountsModel(
        List<AccountLine> accounts, String prefix, @Nullable String next) {}
