package org.ostiary.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Rubbish of many kinds, the same in each run, sent to every endpoint: refused in order, never a failure of ours. */
@OnEveryServer
class FuzzIT {
    private static final int REQUESTS = 9_000;
    private static final int RAW_REQUESTS = 1_000;
    /** Elsewhere the code is the same, and the time better spent. */
    private static final int PART_ELSEWHERE = 10;

    private static final int SENDERS = 4;

    /** The styles of our pages; the frame that applications ask about sessions shows nothing, and has none. */
    private static final String[] OF_OURS = {"/assets/ostiary.css", "/assets/wap.css", "data-origins"};

    private static final Pattern OUR_FAILURE = Pattern.compile("SEVERE[^\\n]{0,40}org\\.ostiary[^\\n]*");
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.[01] ([0-9]{3})");
    private static final Pattern DESCRIPTION = Pattern.compile("\"error_description\":\"([^\"]*)\"");
    private static final Pattern ALLOWED = Pattern.compile("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*");

    private final OstiaryServer server;
    private final int part;

    FuzzIT(OstiaryServer server) {
        this.server = server;
        this.part = server == Servers.shared(Flavour.MICRO_H2) ? 1 : PART_ELSEWHERE;
    }

    @Test
    @DisplayName(
            "9,000 requests of rubbish: no 500, no trace of our code, no page of the server's, allowed characters only")
    void refusesRubbishInOrder() {
        int logBefore = server.logSinceStart().length();

        each(REQUESTS / part, number -> {
            HttpRequest.Builder request = RubbishRequest.of(server, number);
            Answer answer = new UserAgent().send(request);
            assertInOrder(answer, "request " + number + ": " + request.build());
        });

        String log = server.logSinceStart().substring(logBefore);
        assertThat(log).doesNotContain(Rubbish.CANARY, "\tat org.ostiary");
        assertThat(OUR_FAILURE.matcher(log).results().map(MatchResult::group)).isEmpty();
        assertServesALogin();
    }

    @Test
    @DisplayName("1,000 times bytes that are no HTTP, or hardly: the server answers or hangs up, and goes on")
    void survivesBytes() {
        int logBefore = server.logSinceStart().length();

        each(RAW_REQUESTS / part, number -> {
            String text = RubbishBytes.of(server.port(), number);
            String heard = RawHttp.hear(server.port(), text);
            Matcher status = STATUS.matcher(heard);
            while (status.find()) {
                assertThat(status.group(1)).as("bytes %s: %s", number, text).isNotEqualTo("500");
            }
            assertTellsNothing(heard, "bytes " + number + ": " + text);
        });

        String log = server.logSinceStart().substring(logBefore);
        assertThat(OUR_FAILURE.matcher(log).results().map(MatchResult::group)).isEmpty();
        assertServesALogin();
    }

    private static void assertInOrder(Answer answer, String request) {
        // 501 is for methods that nobody knows (RFC 9110, section 15.6.2).
        assertThat(answer.status()).as(request).matches(status -> status < 500 || status == 501);
        if (answer.header("X-Request-Id").isEmpty()) {
            // Refused by the server itself, before any application: a status and nothing else.
            assertThat(answer.status()).as(request).isIn(400, 405);
            assertThat(answer.body()).as(request).isEmpty();
            return;
        }
        assertThat(answer.header("Content-Security-Policy")).as(request).isPresent();
        answer.header("Location").ifPresent(to -> assertThat(to).as(request).doesNotContain("\n", "\r"));
        if (answer.body().contains("<html")) {
            assertThat(answer.body()).as(request).containsAnyOf(OF_OURS);
        }
        Matcher description = DESCRIPTION.matcher(answer.body());
        if (description.find()) {
            assertThat(description.group(1)).as(request).matches(ALLOWED);
        }
        assertTellsNothing(answer.body(), request);
    }

    private static void assertTellsNothing(String body, String request) {
        assertThat(body)
                .as(request)
                .doesNotContain("Exception", "at org.", "at java.", "jakarta.servlet", "Payara", Rubbish.CANARY);
    }

    private void assertServesALogin() {
        RelyingParty application = new RelyingParty(server, TestClients.CONF_BASIC);
        assertThat(application
                        .tokensFor(TestAccounts.ALICE, application.validRequest())
                        .idToken())
                .isNotEmpty();
    }

    /** All numbers, some at a time; the first that fails fails the test. */
    private static void each(int numbers, IntConsumer work) {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (int number = 0; number < numbers; number++) {
                int mine = number;
                sent.add(senders.submit(() -> work.accept(mine)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("A sender failed", e);
        } finally {
            senders.shutdownNow();
        }
    }
}
