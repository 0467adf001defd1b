package org.ostiary.ejb.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.grant.CodeReplayed;

/** Whoever holds one connection and waits for a second can wait for ever, once as many do so as the pool has. */
class OneConnectionTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final TokenService tokens = provider.service(TokenService.class);

    @Test
    @DisplayName("No request holds two connections: login, consent, first redemption, replay")
    void isEnoughForTheWholeJourney() {
        provider.configure(publicClient());
        provider.addAccount("alice");
        provider.mostConnectionsAtOnce();
        String code = browser.codeFor(validRequest(), "alice");
        SampleRequest request = validTokenRequest(code).with("client_id", "app");
        tokens.exchange(request.parameters(), null, FACTS);
        assertThatExceptionOfType(CodeReplayed.class)
                .isThrownBy(() -> tokens.exchange(request.parameters(), null, FACTS));
        assertThat(provider.audited("code_replayed")).isOne();
        assertThat(provider.mostConnectionsAtOnce()).isOne();
    }
}
