package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.DENY;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.ONE_FACTOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Prediction.Outcome;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.PolicyRule;
import org.ostiary.ejb.refusal.RefusalService;

class PredictionServiceTest {

    private static final Set<String> ONE = Set.of("pwd");
    private static final Set<String> TWO = Set.of("pwd", "otp", "mfa");

    private final RunningProvider provider = RunningProvider.emptied();
    private final String alice = provider.addAccount("alice");

    @Test
    @DisplayName("S18: every rule is listed in its order, and none is left out where all are kept")
    void listsEveryRule() {
        new SampleBrowser(provider).codeFor(validRequest(), "alice");
        Prediction predicted = predict(validRequest(), ONE);
        assertThat(predicted.outcome()).isEqualTo(Outcome.ANSWER);
        assertThat(predicted.scopes()).contains("openid");
        assertThat(predicted.rules()).allMatch(JudgedRule::kept);
        assertThat(predicted.rules())
                .extracting(JudgedRule::rule)
                .containsExactly(
                        "client-known",
                        "one-request-object",
                        "redirect-uri-registered",
                        "response-mode-registered",
                        "request-pushed",
                        "request-signed",
                        "essential-acr-reachable",
                        "no-registration",
                        "response-type",
                        "grant-type-registered",
                        "scope-allowed",
                        "audience-allowed",
                        "prompt",
                        "max-age",
                        "pkce",
                        "entropy",
                        "one-subject",
                        "registration-offered",
                        "account-selected",
                        "session-present",
                        "max-age-kept",
                        "subject-as-requested",
                        "login-hint-heeded",
                        "login-prompted",
                        "access-allowed",
                        "fresh-login-before-enrolment",
                        "second-factor-enrolled",
                        "second-factor-present",
                        "second-factor-wished",
                        "consent-given",
                        "issuance-open");
    }

    @Test
    @DisplayName("S18: a second factor that is missing is asked for, or enrolled, as it is when somebody comes")
    void predictsTheSecondFactor() {
        provider.configure(confidentialClient().withSecondFactor());
        assertThat(predict(validRequest(), ONE).page())
                .as("nobody enrols by a session alone")
                .isEqualTo(Page.ENROLMENT);
        provider.clock().forward(Duration.ofMinutes(5));
        assertThat(predict(validRequest(), ONE, Duration.ofMinutes(5)).page()).isEqualTo(Page.LOGIN);
        provider.database()
                .execute(
                        "insert into totp_credential (id, account_id, sealed_seed, name, last_step, created_at,"
                                + " last_used_at) values ('t', ?, 's', 'Phone', 0, 1, 2)",
                        alice);
        assertThat(predict(validRequest(), ONE).page()).isEqualTo(Page.SECOND_FACTOR);
        assertThat(predict(validRequest(), TWO).page()).isEqualTo(Page.CONSENT);
        Prediction silent = predict(validRequest().with("prompt", "none"), ONE);
        assertThat(Objects.requireNonNull(silent.refusal()).rule().id()).isEqualTo("second-factor-present");
    }

    @Test
    @DisplayName("S36: who may not use the client, who is disabled, and whose session is over, as when they come")
    void predictsThePolicy() {
        provider.configure(confidentialClient()
                .with(new ClientPolicy(
                        "office", DENY, List.of(new PolicyRule(ONE_FACTOR, List.of(), List.of("10.0.0.0/8"))))));
        assertThat(predict(validRequest(), ONE).page()).isEqualTo(Page.FORBIDDEN);
        SampleBrowser browser = new SampleBrowser(provider);
        Ask asked = (Ask) browser.start(validRequest());
        browser.logIn(asked.interaction(), "alice", RunningProvider.PASSWORD);
        assertThat(((Ask) browser.start(validRequest())).page()).isEqualTo(Page.FORBIDDEN);
        assertThat(provider.service(PredictionService.class)
                        .predict(
                                validRequest().parameters().encoded(),
                                new SupposedLogin(alice, ONE, provider.clock().instant(), "10.1.2.3"))
                        .page())
                .isEqualTo(Page.CONSENT);
        provider.disableAccount("alice");
        assertThat(predict(validRequest(), ONE).page()).isEqualTo(Page.LOGIN);
        provider.database().execute("update account set disabled = false");
        assertThat(predict(validRequest(), ONE, Duration.ofHours(13)).page()).isEqualTo(Page.LOGIN);
    }

    @Test
    @DisplayName("S18: a dry run writes nothing, and is no refusal that anybody counts")
    void doesNothing() {
        List<String> tables = List.of(
                "audit_record",
                "oauth_grant",
                "authorization_code",
                "interaction",
                "login_session",
                "refusal",
                "subject_identifier");
        List<Long> before = tables.stream().map(provider.database()::count).toList();
        predict(validRequest().with("prompt", "none"), Set.of());
        predict(validRequest().with("redirect_uri", "https://evil.test/cb"), ONE);
        predict(validRequest(), TWO);
        assertThat(tables.stream().map(provider.database()::count).toList()).isEqualTo(before);
        assertThat(provider.service(RefusalService.class).find("")).isEmpty();
    }

    @Test
    @DisplayName("What a browser could not send at all is refused as it would be")
    void judgesTheQuery() {
        Prediction twice = provider.service(PredictionService.class)
                .predict("client_id=app&client_id=app", new SupposedLogin(null, Set.of(), Instant.EPOCH, "192.0.2.7"));
        assertThat(Objects.requireNonNull(twice.refusal()).rule().id()).isEqualTo("parameter-not-repeated");
        assertThat(twice.rules()).singleElement().matches(rule -> !rule.kept());
    }

    private Prediction predict(SampleRequest request, Set<String> amr) {
        return predict(request, amr, Duration.ZERO);
    }

    private Prediction predict(SampleRequest request, Set<String> amr, Duration ago) {
        return provider.service(PredictionService.class)
                .predict(
                        request.parameters().encoded(),
                        new SupposedLogin(alice, amr, provider.clock().instant().minus(ago), "192.0.2.7"));
    }
}
