package org.ostiary.it.clients;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Callback;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts.TestAccount;

/** Alice or Bob between a foreign application and the provider, with cookies for each and no scripts. */
final class Person {
    private static final Pattern FRAME = Pattern.compile("<iframe[^>]* src=\"([^\"]+)\"");

    private final OstiaryServer server;
    private final TestAccount account;
    private final UserAgent atApplication = new UserAgent();
    private final Journey atProvider;

    Person(OstiaryServer server, TestAccount account) {
        this.server = server;
        this.account = account;
        this.atProvider = new Journey(server);
    }

    /** Opens a page of the application that wants a login, logs in if asked, allows, and sees what comes of it. */
    Answer enter(URI page) {
        return arrive(decide(page, atProvider::allow));
    }

    /** The same, but refuses what the application asks for. */
    Answer refuse(URI page) {
        return arrive(decide(page, atProvider::deny));
    }

    /** Opens a page of the application that wants a login without asking anything. */
    Answer passThrough(URI page) {
        return arrive(atProvider.arrived(toProvider(page)));
    }

    /** Opens a page of the application, as a browser that shows pages, and goes nowhere else. */
    Answer look(URI page) {
        return atApplication.send(HttpRequest.newBuilder(page).header("Accept", "text/html"));
    }

    /** Up to the response that the application is about to get. */
    Callback allow(URI page) {
        return decide(page, atProvider::allow);
    }

    /** Brings the response to the application, as a redirect or a posted form does, and follows it there. */
    Answer arrive(Callback response) {
        boolean redirected = response.answer().redirects();
        Answer answer =
                redirected ? look(response.address()) : atApplication.post(response.address(), response.parameters());
        return answer.redirects() ? look(answer.location()) : answer;
    }

    private Answer toProvider(URI page) {
        return atProvider.open(look(page).location());
    }

    /** Signs out at the provider; whatever address the page has for frames, the browser opens there as the application knows it. */
    void signOut() {
        Answer question = atProvider.open(server.endpoint("/logout.xhtml"));
        Answer page = atProvider.follow(atProvider
                .browser()
                .post(question.form().action(), question.form().press("logout-confirm")));
        Matcher frame = FRAME.matcher(page.body());
        while (frame.find()) {
            look(URI.create(frame.group(1).replace("&amp;", "&")));
        }
    }

    private Callback decide(URI page, UnaryOperator<Answer> decision) {
        Answer here = toProvider(page);
        if (Journey.isLogin(here)) {
            here = atProvider.logIn(here, account.username(), account.password());
        }
        return atProvider.arrived(decision.apply(here));
    }
}
