package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import jakarta.json.JsonObject;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.authorize.AuthorizationResponse;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.authorize.ResponseMode;

/** JWT Secured Authorization Response Mode (JARM). */
class SignedResponseTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    SignedResponseTest() {
        provider.addAccount("alice");
        provider.configure(confidentialClient().withResponseModes("query.jwt", "fragment.jwt", "form_post.jwt", "jwt"));
    }

    @ParameterizedTest
    @DisplayName(
            "JARM 2.1, 2.3: the answer is one token with issuer, audience, a short life and what else there is to say")
    @CsvSource({"query.jwt,QUERY_JWT", "fragment.jwt,FRAGMENT_JWT", "form_post.jwt,FORM_POST_JWT", "jwt,QUERY_JWT"})
    void signsTheAnswer(String asked, ResponseMode mode) {
        AuthorizationResponse response = browser.answerFor(validRequest().with("response_mode", asked), "alice");
        assertThat(response.responseMode()).isEqualTo(mode);
        JsonObject claims = claims(response);
        assertThat(claims.keySet()).containsExactlyInAnyOrder("iss", "aud", "exp", "code", "state");
        assertThat(claims.getString("iss")).isEqualTo("https://id.example.org");
        assertThat(claims.getString("aud")).isEqualTo("app");
        assertThat(claims.getString("state")).isEqualTo("a state of the client");
        assertThat(claims.getString("code")).startsWith("ost_ac_");
        assertThat(claims.getJsonNumber("exp").longValue())
                .isEqualTo(MovableClock.START.plus(SampleConfig.PUSHED_LIFESPAN).getEpochSecond());
    }

    @Test
    @DisplayName("JARM 2.1: the token is signed with the algorithm registered and has no type")
    void signsAsRegistered() {
        AuthorizationResponse response = browser.answerFor(validRequest().with("response_mode", "jwt"), "alice");
        JsonObject header = Jwt.header(token(response));
        assertThat(header.getString("alg")).isEqualTo("RS256");
        assertThat(header.getString("kid")).isEqualTo("small-key-of-tests-RS256");
        assertThat(header).doesNotContainKey("typ");
    }

    @ParameterizedTest
    @DisplayName("JARM 2.1: errors are signed in the same way, those of the rules and those of prompt=none")
    @ValueSource(strings = {"max_age=-1", "prompt=none"})
    void signsErrors(String wrong) {
        SampleRequest request = validRequest()
                .with("response_mode", "jwt")
                .with(wrong.substring(0, wrong.indexOf('=')), wrong.substring(wrong.indexOf('=') + 1));
        RedirectedError error = catchThrowableOfType(RedirectedError.class, () -> browser.start(request));
        JsonObject claims = claims(error.response());
        assertThat(claims.keySet())
                .containsExactlyInAnyOrder("iss", "aud", "exp", "error", "error_description", "state");
        assertThat(error.response().location()).doesNotContain("error");
    }

    @Test
    @DisplayName("JARM 2.1: a no is signed too")
    void signsTheNo() {
        SampleRequest request = validRequest().with("response_mode", "form_post.jwt");
        String interaction = interactionOf(browser.start(request));
        browser.logIn(interaction, "alice", RunningProvider.PASSWORD);
        browser.decide(interaction, false);
        AuthorizationResponse response = ((Respond) browser.resume(interaction)).response();
        assertThat(claims(response).getString("error")).isEqualTo("access_denied");
    }

    private static JsonObject claims(AuthorizationResponse response) {
        assertThat(response.fields()).containsOnlyKeys("response");
        return Jwt.claims(token(response));
    }

    private static String token(AuthorizationResponse response) {
        return Objects.requireNonNull(response.fields().get("response"));
    }
}
