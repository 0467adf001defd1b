package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.codeOf;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.authorize.RedirectedError;

@DisplayName("A session ends after it was not used for a while, and not before")
class SessionUseTest {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final SampleRequest SILENT = validRequest().with("prompt", "none");

    private final RunningProvider provider =
            RunningProvider.with(SampleConfig.production().withSessionIdle(SHORTEST));
    private final SampleBrowser browser = new SampleBrowser(provider);

    @Test
    @DisplayName("Whoever uses it every forty seconds keeps one that ends after a minute")
    void livesWhileUsed() {
        provider.empty();
        provider.addAccount("alice");
        String interaction = interactionOf(browser.start(validRequest()));
        browser.logIn(interaction, "alice", PASSWORD);
        browser.decide(interaction, true);
        assertThat(codeOf(browser.resume(interaction))).isNotEmpty();
        for (int use = 0; use < 4; use++) {
            provider.clock().forward(Duration.ofSeconds(40));
            assertThat(codeOf(browser.start(SILENT))).isNotEmpty();
        }
        provider.clock().forward(SHORTEST);
        assertThatExceptionOfType(RedirectedError.class).isThrownBy(() -> browser.start(SILENT));
    }
}
