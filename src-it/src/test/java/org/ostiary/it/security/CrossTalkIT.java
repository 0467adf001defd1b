package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClients;

/** Many people at once: whatever one of them is shown or given is theirs. */
@OnEveryServer
class CrossTalkIT {
    private static final List<TestAccount> PEOPLE =
            List.of(TestAccounts.ALICE, TestAccounts.BOB, TestAccounts.DAVE, TestAccounts.FRANK);
    private static final int BROWSERS = 8;
    private static final int LOGINS = 4;
    private static final int VISITS = 6;
    private static final int MOST_TRIES = 20;

    private final RelyingParty application;
    private final OstiaryServer server;
    private final Map<String, Object> subjects = new ConcurrentHashMap<>();

    CrossTalkIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.EXPLICIT_CONSENT);
    }

    @Test
    @DisplayName("F32: of many interleaved logins each sees its own name, and gets its own subject and claims")
    void mixesNobodyUp() throws Exception {
        ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int each = 0; each < BROWSERS * LOGINS; each++) {
                TestAccount person = PEOPLE.get(each % PEOPLE.size());
                running.add(browsers.submit(() -> visits(person)));
            }
            int visits = 0;
            for (Future<Integer> each : running) {
                visits += each.get();
            }
            assertThat(visits).isEqualTo(BROWSERS * LOGINS * VISITS);
            assertThat(subjects).hasSize(PEOPLE.size());
            assertThat(subjects.values()).doesNotHaveDuplicates();
        } finally {
            browsers.shutdownNow();
        }
    }

    /** One login in a browser of its own, and several visits to the application with it. */
    private int visits(TestAccount person) {
        Journey journey = new Journey(server);
        int visits = 0;
        for (; visits < VISITS; visits++) {
            AuthorizationRequest request = application.validRequest().with("scope", "openid profile");
            Answer page = journey.open(request);
            if (Journey.isLogin(page)) {
                page = logIn(journey, page, person);
            }
            assertThat(page.textOf("account-name")).isEqualTo(person.username());
            String code = journey.arrived(journey.allow(page)).code();
            Tokens tokens = application.redemption(request, code).tokens();
            Map<String, Object> idToken = application.verifiedIdToken(tokens);
            assertThat(idToken).containsEntry("nonce", request.value("nonce"));
            Map<String, Object> claims =
                    application.userinfo(tokens.accessToken()).json();
            assertThat(claims)
                    .containsEntry("preferred_username", person.username())
                    .containsEntry("sub", idToken.get("sub"));
            assertThat(subjects.computeIfAbsent(person.username(), first -> String.valueOf(claims.get("sub"))))
                    .isEqualTo(claims.get("sub"));
        }
        return visits;
    }

    /** Tries again where the server has its hands full of passwords, as its page says. */
    private static Answer logIn(Journey journey, Answer login, TestAccount person) {
        Answer page = journey.logIn(login, person.username(), person.password());
        for (int tries = 1; page.status() == 503 && tries < MOST_TRIES; tries++) {
            page = journey.logIn(page, person.username(), person.password());
        }
        return page;
    }
}
