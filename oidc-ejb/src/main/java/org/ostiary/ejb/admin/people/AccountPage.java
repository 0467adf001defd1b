package org.ostiary.ejb.admin.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in the order of their usernames.
 *
 * @param next names the page after this one; null for the last
 */
public record AccountPage(
        List<AccountLine> accounts, @Nullable String next) {}
