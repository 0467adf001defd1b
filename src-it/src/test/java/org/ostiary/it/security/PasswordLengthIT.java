package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClients;

/** Every character of a password counts, and one that is too long costs nobody anything. */
class PasswordLengthIT {
    /** 128 characters, some of them of several bytes, with a NUL nowhere and spaces at both ends. */
    private static final String LONG =
            " " + "p\u00E4ss \uD83D\uDE00w\u00F6rd".repeat(12).substring(0, 126) + " ";

    private final OstiaryServer server = OwnServers.belowAPath();

    @Test
    @DisplayName("F07: a password of 128 characters works as it is, and no shorter or folded one does")
    void takesEveryCharacter() {
        createAdministrator();
        assertThat(logsIn(LONG)).isTrue();
        for (String near : List.of(
                LONG.substring(0, 126),
                LONG.strip(),
                LONG + "x",
                LONG.substring(0, 72),
                LONG.toUpperCase(Locale.ROOT),
                Normalizer.normalize(LONG, Normalizer.Form.NFD))) {
            assertThat(logsIn(near)).as(near).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 60_000})
    @DisplayName("F07: over 1 kB nothing is hashed")
    void hashesNothingTooLong(int length) {
        Instant begin = Instant.now();
        for (int i = 0; i < 10; i++) {
            Answer answer = submit(
                    Parameters.none().with("password", "a".repeat(length)).encoded());
            assertThat(answer.status()).isIn(200, 400);
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 1_000_000, 20_000_000})
    @DisplayName("F07: over 64 kB the form is refused")
    void refusesHugeForms(int length) {
        Answer answer = submit("password=" + "a".repeat(length));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%00", "a%00b", "%F0%9F%98%80", "%ED%A0%80", "%ED%A0%BD%ED%B8%80", "%FF", "%C0%80", "%zz", "%"})
    @DisplayName("F07: NUL, emoji, half surrogates and bytes that are no text are wrong passwords or wrong forms")
    void refusesStrangeBytes(String encoded) {
        Answer answer = submit("password=" + encoded);
        assertThat(answer.status()).isIn(200, 400);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    private void createAdministrator() {
        Answer page = new UserAgent().get(URI.create(server.setUpLink()));
        HtmlForm form = page.form()
                .fill("setup-username", "erika")
                .fill("setup-password", LONG)
                .fill("setup-password-again", LONG);
        UserAgent browser = new UserAgent();
        Answer created = browser.post(form.action(), form.press("setup-submit"));
        assertThat(created.redirects() || created.hasElement("setup-done"))
                .as("%s", created)
                .isTrue();
    }

    private boolean logsIn(String password) {
        Journey journey = new Journey(server);
        Answer page = journey.open(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT));
        HtmlForm form = page.form().fill("username", "erika").fill("password", password);
        return journey.browser().post(form.action(), form.press("login-submit")).redirects();
    }

    /** A login form with everything right but the password, which comes encoded already. */
    private Answer submit(String password) {
        Journey journey = new Journey(server);
        HtmlForm form = journey.open(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT))
                .form();
        String rest = form.fill("username", "bob")
                .press("login-submit")
                .without("password")
                .encoded();
        return journey.browser()
                .send(HttpRequest.newBuilder(form.action())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(rest + "&" + password)));
    }
}
