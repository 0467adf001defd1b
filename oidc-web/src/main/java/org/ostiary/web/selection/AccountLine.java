package org.ostiary.web.selection;

import org.ostiary.ejb.authorize.AccountView;
import org.ostiary.web.page.DisplayText;

/**
 * An account as a button of the page.
 *
 * @param session what the button sends
 * @param name how the person is called
 * @param detail what tells accounts apart whose people are called the same
 */
public record AccountLine(String session, String name, String detail, boolean inUse) {

    static AccountLine of(AccountView account) {
        String username = DisplayText.of(account.username());
        String email = account.email();
        return new AccountLine(
                account.session(),
                DisplayText.of(account.displayName(), username),
                email == null ? username : username + " · " + DisplayText.of(email),
                account.inUse());
    }
}
