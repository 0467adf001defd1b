package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.session.BrowserSessions;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.subject.Subjects;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.consent.Consents;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.SessionStanding;

/** Sessions that nobody has, of people that there are: never stored, and judged as those that are. */
@ApplicationScoped
public class SupposedSessions {

    /** No handle has this hash. */
    private static final String HANDLE = "supposed";

    @Inject
    Accounts accounts;

    @Inject
    Consents consents;

    @Inject
    Subjects subjects;

    @Inject
    SessionReader reader;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** The browser of somebody who is supposed to be logged in, used just now. */
    BrowserSessions of(SupposedLogin login, RegisteredClient client) {
        String accountId = login.accountId();
        if (accountId == null || login.amr().isEmpty()) {
            return BrowserSessions.NONE;
        }
        return accounts.find(accountId)
                .map(account -> reader.judged(HANDLE, List.of(standing(login, account, client))))
                .orElse(BrowserSessions.NONE);
    }

    /** The session of somebody who is supposed to be logged in, with what they decided about a client before. */
    public SessionStanding standing(SupposedLogin login, Account account, RegisteredClient client) {
        LoginSession session = new LoginSession(
                HANDLE,
                account.id(),
                login.amr(),
                login.authTime(),
                config.session().absolute());
        session.takeUp(HANDLE, clock.instant());
        return new SessionStanding(
                session,
                account,
                consents.of(account.id(), client.clientId()),
                subjects.find(account.id(), client.subject().sector()).orElse(null));
    }
}
