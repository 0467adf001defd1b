package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.fixture.OpenProvider;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.authorize.RedirectedError;

/**
 * What a request leads to, by who is logged in since 100 seconds, whether they allowed all of it before, the {@code prompt}
 * and the {@code max_age} (OIDC Core 1.0, sections 3.1.2.1, 3.1.2.3, 3.1.2.4, 3.1.2.6; Initiating User Registration 1.0,
 * section 4). A word in capitals is the page that is shown first.
 */
class PromptTableTest {

    private static final List<String> MAX_AGES = List.of("absent", "0", "1", "10000");

    private static final String TABLE = """
            | session   | consent | prompt         | absent           | 0               | 1               | 10000            |
            | anonymous | yes     | none           | login_required   | login_required  | login_required  | login_required   |
            | anonymous | yes     | login          | LOGIN            | LOGIN           | LOGIN           | LOGIN            |
            | anonymous | yes     | consent        | LOGIN            | LOGIN           | LOGIN           | LOGIN            |
            | anonymous | yes     | select_account | LOGIN            | LOGIN           | LOGIN           | LOGIN            |
            | anonymous | yes     | create         | REGISTER         | REGISTER        | REGISTER        | REGISTER         |
            | anonymous | yes     | none login     | invalid_request  | invalid_request | invalid_request | invalid_request  |
            | anonymous | yes     | unknown        | invalid_request  | invalid_request | invalid_request | invalid_request  |
            | anonymous | yes     | absent         | LOGIN            | LOGIN           | LOGIN           | LOGIN            |
            | anonymous | no      | none           | login_required   | login_required  | login_required  | login_required   |
            | anonymous | no      | login          | LOGIN            | LOGIN           | LOGIN           | LOGIN            |
            | anonymous | no      | consent        | LOGIN            | LOGIN           | LOGIN           | LOGIN            |
            | anonymous | no      | select_account | LOGIN            | LOGIN           | LOGIN           | LOGIN            |
            | anonymous | no      | create         | REGISTER         | REGISTER        | REGISTER        | REGISTER         |
            | anonymous | no      | none login     | invalid_request  | invalid_request | invalid_request | invalid_request  |
            | anonymous | no      | unknown        | invalid_request  | invalid_request | invalid_request | invalid_request  |
            | anonymous | no      | absent         | LOGIN            | LOGIN           | LOGIN           | LOGIN            |
            | 1FA       | yes     | none           | code             | login_required  | login_required  | code             |
            | 1FA       | yes     | login          | LOGIN            | LOGIN           | LOGIN           | LOGIN            |
            | 1FA       | yes     | consent        | CONSENT          | LOGIN           | LOGIN           | CONSENT          |
            | 1FA       | yes     | select_account | SELECT_ACCOUNT   | SELECT_ACCOUNT  | SELECT_ACCOUNT  | SELECT_ACCOUNT   |
            | 1FA       | yes     | create         | REGISTER         | REGISTER        | REGISTER        | REGISTER         |
            | 1FA       | yes     | none login     | invalid_request  | invalid_request | invalid_request | invalid_request  |
            | 1FA       | yes     | unknown        | invalid_request  | invalid_request | invalid_request | invalid_request  |
            | 1FA       | yes     | absent         | code             | LOGIN           | LOGIN           | code             |
            | 1FA       | no      | none           | consent_required | login_required  | login_required  | consent_required |
            | 1FA       | no      | login          | LOGIN            | LOGIN           | LOGIN           | LOGIN            |
            | 1FA       | no      | consent        | CONSENT          | LOGIN           | LOGIN           | CONSENT          |
            | 1FA       | no      | select_account | SELECT_ACCOUNT   | SELECT_ACCOUNT  | SELECT_ACCOUNT  | SELECT_ACCOUNT   |
            | 1FA       | no      | create         | REGISTER         | REGISTER        | REGISTER        | REGISTER         |
            | 1FA       | no      | none login     | invalid_request  | invalid_request | invalid_request | invalid_request  |
            | 1FA       | no      | unknown        | invalid_request  | invalid_request | invalid_request | invalid_request  |
            | 1FA       | no      | absent         | CONSENT          | LOGIN           | LOGIN           | CONSENT          |
            | 2FA       | yes     | none           | code             | login_required  | login_required  | code             |
            | 2FA       | yes     | login          | LOGIN            | LOGIN           | LOGIN           | LOGIN            |
            | 2FA       | yes     | consent        | CONSENT          | LOGIN           | LOGIN           | CONSENT          |
            | 2FA       | yes     | select_account | SELECT_ACCOUNT   | SELECT_ACCOUNT  | SELECT_ACCOUNT  | SELECT_ACCOUNT   |
            | 2FA       | yes     | create         | REGISTER         | REGISTER        | REGISTER        | REGISTER         |
            | 2FA       | yes     | none login     | invalid_request  | invalid_request | invalid_request | invalid_request  |
            | 2FA       | yes     | unknown        | invalid_request  | invalid_request | invalid_request | invalid_request  |
            | 2FA       | yes     | absent         | code             | LOGIN           | LOGIN           | code             |
            | 2FA       | no      | none           | consent_required | login_required  | login_required  | consent_required |
            | 2FA       | no      | login          | LOGIN            | LOGIN           | LOGIN           | LOGIN            |
            | 2FA       | no      | consent        | CONSENT          | LOGIN           | LOGIN           | CONSENT          |
            | 2FA       | no      | select_account | SELECT_ACCOUNT   | SELECT_ACCOUNT  | SELECT_ACCOUNT  | SELECT_ACCOUNT   |
            | 2FA       | no      | create         | REGISTER         | REGISTER        | REGISTER        | REGISTER         |
            | 2FA       | no      | none login     | invalid_request  | invalid_request | invalid_request | invalid_request  |
            | 2FA       | no      | unknown        | invalid_request  | invalid_request | invalid_request | invalid_request  |
            | 2FA       | no      | absent         | CONSENT          | LOGIN           | LOGIN           | CONSENT          |
            """;

    private record Row(String session, String consent, String prompt, List<String> expected) {
        static Row of(String line) {
            List<String> cells =
                    Stream.of(line.split("\\|")).skip(1).map(String::strip).toList();
            return new Row(cells.get(0), cells.get(1), cells.get(2), cells.subList(3, 7));
        }
    }

    private final RunningProvider provider = OpenProvider.emptied(SampleClient.confidentialClient());
    private SampleBrowser browser = new SampleBrowser(provider);
    private String alice = "";

    static Stream<Row> rows() {
        return TABLE.lines().skip(1).map(Row::of);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("S25: the first thing that happens, cell by cell")
    @MethodSource("rows")
    void startsAsTheTableSays(Row row) {
        prepare(row);
        List<String> actual = MAX_AGES.stream()
                .map(maxAge -> outcome(request(row.prompt(), maxAge)))
                .toList();
        assertThat(actual).isEqualTo(row.expected());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("S18: a dry run predicts what happens, cell by cell, and does nothing")
    @MethodSource("rows")
    void isPredicted(Row row) {
        prepare(row);
        long interactions = provider.database().count("interaction");
        List<String> predicted = MAX_AGES.stream()
                .map(maxAge -> predicted(row, request(row.prompt(), maxAge)))
                .toList();
        assertThat(predicted).isEqualTo(row.expected());
        assertThat(provider.database().count("interaction")).isEqualTo(interactions);
    }

    private String predicted(Row row, SampleRequest request) {
        Set<String> amr = switch (row.session()) {
            case "1FA" -> Set.of("pwd");
            case "2FA" -> Set.of("pwd", "otp", "mfa");
            default -> Set.of();
        };
        Instant loggedIn = provider.clock().instant().minusSeconds(100);
        Prediction predicted = provider.service(PredictionService.class)
                .predict(request.parameters().encoded(), new SupposedLogin(alice, amr, loggedIn, "192.0.2.7"));
        if (predicted.refusal() != null) {
            return predicted.refusal().code().code();
        }
        return predicted.page() == null ? "code" : predicted.page().name();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("S25: whatever is asked is asked once, and ends with a code for a login that is fresh enough")
    @MethodSource("rows")
    void endsWithoutALoop(Row row) {
        IntStream.range(0, MAX_AGES.size())
                .filter(column -> row.expected().get(column).matches("[A-Z_]+"))
                .forEach(column -> {
                    OpenProvider.emptied(SampleClient.confidentialClient());
                    browser = new SampleBrowser(provider);
                    prepare(row);
                    Instant requested = provider.clock().instant();
                    List<Page> pages = walk(request(row.prompt(), MAX_AGES.get(column)));
                    assertThat(pages)
                            .doesNotHaveDuplicates()
                            .startsWith(Page.valueOf(row.expected().get(column)));
                    boolean freshDemanded = row.prompt().equals("login") || column == 1 || column == 2;
                    assertThat(freshDemanded && !pages.contains(Page.LOGIN)).isFalse();
                    assertThat(!authTime().isBefore(requested)).isEqualTo(pages.contains(Page.LOGIN));
                });
    }

    private static SampleRequest request(String prompt, String maxAge) {
        SampleRequest request =
                prompt.equals("absent") ? validRequest() : validRequest().with("prompt", prompt);
        return maxAge.equals("absent") ? request : request.with("max_age", maxAge);
    }

    /** Alice allowed it a week before, or never; she logged in with this browser 100 seconds ago, or never. */
    private void prepare(Row row) {
        alice = provider.addAccount("alice");
        if (row.consent().equals("yes")) {
            new SampleBrowser(provider).codeFor(validRequest(), "alice");
        }
        if (!row.session().equals("anonymous")) {
            browser.logIn(interactionOf(browser.start(validRequest())), "alice", PASSWORD);
        }
        if (row.session().equals("2FA")) {
            provider.database().execute("update login_session set amr = 'pwd otp mfa'");
        }
        provider.clock().forward(Duration.ofSeconds(100));
    }

    /** What the client is told in the ID token. */
    private Instant authTime() {
        return Instant.ofEpochMilli(Long.parseLong(provider.database()
                .texts("select auth_time from oauth_grant order by created_at desc limit 1")
                .get(0)));
    }

    private String outcome(SampleRequest request) {
        try {
            AuthorizeOutcome outcome = browser.start(request);
            return outcome instanceof Ask ask ? ask.page().name() : "code";
        } catch (RedirectedError error) {
            return error.refusal().code().code();
        }
    }

    /** Does what each page asks, and answers which pages came. */
    private List<Page> walk(SampleRequest request) {
        List<Page> pages = new ArrayList<>();
        AuthorizeOutcome outcome = browser.start(request);
        while (outcome instanceof Ask ask && pages.size() < 6) {
            pages.add(ask.page());
            // Coming back without having done anything changes nothing.
            assertThat(browser.resume(ask.interaction()))
                    .isInstanceOfSatisfying(
                            Ask.class, again -> assertThat(again.page()).isEqualTo(ask.page()));
            switch (ask.page()) {
                case LOGIN -> browser.logIn(ask.interaction(), "alice", PASSWORD);
                case SELECT_ACCOUNT -> browser.select(ask.interaction(), "alice");
                case REGISTER -> browser.logInInstead(ask.interaction());
                case CONSENT -> browser.decide(ask.interaction(), true);
                case SECOND_FACTOR, ENROLMENT, FORBIDDEN ->
                    throw new AssertionError("one factor is enough for this client");
            }
            provider.clock().forward(Duration.ofSeconds(5));
            outcome = browser.resume(ask.interaction());
        }
        assertThat(((Respond) outcome).response().parameters()).containsKey("code");
        return pages;
    }
}
