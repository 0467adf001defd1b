package org.ostiary.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.ostiary.ejb.account.AccountDoorService;
import org.ostiary.ejb.account.DoorOutcome.Prove;
import org.ostiary.web.http.Visit;

/** What all pages of an account share: the navigation, and the demand for a fresh proof of who the person is. */
@Named
@RequestScoped
public class AccountFrame {
    @Inject
    AccountDoorService door;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    /** The navigation. */
    public List<AccountSection> sections() {
        return List.of(AccountSection.values());
    }

    /**
     * For what is sensitive: true when the person proved who they are within the last minutes; else they are sent to do so,
     * come back to this page, and the page does nothing more.
     *
     * @param path the page's address, from the root of the issuer
     */
    public boolean provenFreshly(String path) {
        if (!(door.enterFreshly(path, visit.visitor()) instanceof Prove prove)) {
            return true;
        }
        if (prove.browserCookie() != null) {
            visit.setBrowserCookie(prove.browserCookie());
        }
        reply.resume(prove.interaction());
        return false;
    }
}
