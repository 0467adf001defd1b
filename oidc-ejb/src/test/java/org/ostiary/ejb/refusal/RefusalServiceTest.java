package org.ostiary.ejb.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.meter.Meters;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.ClientStrictness;
import org.ostiary.ejb.protocol.client.InvalidClient;

class RefusalServiceTest {

    private static final String GENERAL =
            "A parameter is missing, repeated, or has a value that is not allowed (request request-1)";
    private static final String PRECISE =
            "No such prompt (rule prompt; OIDC Core 1.0, section 3.1.2.1) (request request-1)";

    private final RunningProvider provider = RunningProvider.emptied();

    @Test
    @DisplayName("S12: without debug messages the client is told a general sentence and the request's id")
    void tellsAGeneralSentence() {
        assertThat(describe(SampleConfig.production(), refusal())).isEqualTo(GENERAL);
    }

    @Test
    @DisplayName("S12: with client debug messages it is told what was wrong, rule and section")
    void tellsTheRuleWhereWanted() {
        assertThat(describe(SampleConfig.production().withDebugMessages(), refusal()))
                .isEqualTo(PRECISE);
    }

    @Test
    @DisplayName("S12: a client's own developers are told until the moment that was set, and nobody else")
    void tellsOneClientForATime() {
        provider.configure(
                confidentialClient()
                        .with(new ClientStrictness(false, null, null, MovableClock.START.plus(Duration.ofHours(1)))),
                confidentialClient().called("other"));
        assertThat(describe(SampleConfig.production(), refusal().concerning("app")))
                .isEqualTo(PRECISE);
        assertThat(describe(SampleConfig.production(), refusal().concerning("other")))
                .isEqualTo(GENERAL);
        assertThat(describe(SampleConfig.production(), refusal().concerning("nobody")))
                .isEqualTo(GENERAL);
        provider.clock().forward(Duration.ofHours(1));
        assertThat(describe(SampleConfig.production(), refusal().concerning("app")))
                .isEqualTo(GENERAL);
    }

    @Test
    @DisplayName("S12: who does not authenticate learns nothing, with debug messages either")
    void tellsStrangersNothing() {
        assertThat(describe(SampleConfig.production().withDebugMessages(), new InvalidClient("client-secret", false)))
                .startsWith("Client authentication failed")
                .doesNotContain("client-secret");
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 5.2: every general sentence keeps to the allowed characters")
    @EnumSource
    void keepsToTheAllowedCharacters(OAuthErrorCode code) {
        assertThat(GeneralText.of(code)).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{10,200}");
    }

    @Test
    @DisplayName(
            "S12: with debug messages a program reads parameter, got and expected, and a person nothing that was sent")
    void tellsTheFacts() {
        OAuthException refusal = new OAuthException(
                OAuthErrorCode.INVALID_REQUEST,
                new Rule("prompt", "OIDC Core 1.0, section 3.1.2.1"),
                "No such prompt",
                new Facts("prompt", "later", "known values only"));
        RefusalService debugging = service(SampleConfig.production().withDebugMessages());
        assertThat(debugging.describe(refusal, FACTS))
                .isEqualTo("No such prompt (rule prompt; OIDC Core 1.0, section 3.1.2.1; parameter prompt, got later,"
                        + " expected known values only) (request request-1)");
        assertThat(debugging.show(refusal, FACTS))
                .isEqualTo("No such prompt (rule prompt; OIDC Core 1.0, section 3.1.2.1; expected known values only)"
                        + " (request request-1)");
        assertThat(describe(SampleConfig.production(), refusal)).isEqualTo(GENERAL);
    }

    @Test
    @DisplayName("W19: the line in the log is one line and holds nothing that was sent")
    void logsNothingThatWasSent() {
        Refusal refusal = new Refusal(
                "r-1",
                MovableClock.START,
                "app",
                "invalid_scope",
                new Rule("scope-allowed", "RFC 6749, section 3.3"),
                "No such scope",
                new Facts("scope", "canary\r\ncanary", "openid"));
        assertThat(refusal.line())
                .isEqualTo("Refused request r-1: invalid_scope, rule scope-allowed (RFC 6749, section 3.3), client app:"
                        + " No such scope");
    }

    private static OAuthException refusal() {
        return new OAuthException(
                OAuthErrorCode.INVALID_REQUEST, new Rule("prompt", "OIDC Core 1.0, section 3.1.2.1"), "No such prompt");
    }

    private String describe(SampleConfig config, OAuthException refusal) {
        return service(config).describe(refusal, FACTS);
    }

    /** Wired by hand, because each test has a configuration of its own. */
    @SuppressWarnings("UnnecessaryAssignment")
    private RefusalService service(SampleConfig config) {
        RefusalService service = new RefusalService();
        service.config = config.build();
        service.clients = provider.service(ClientDirectory.class);
        service.recent = provider.service(RecentRefusals.class);
        service.meters = provider.service(Meters.class);
        service.clock = provider.clock();
        return service;
    }
}
