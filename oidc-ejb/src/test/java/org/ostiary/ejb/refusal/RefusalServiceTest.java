package org.ostiary.ejb.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;

class RefusalServiceTest {

    @Test
    @DisplayName("The client is told a sentence and the request's id")
    void tellsASentence() {
        assertThat(describe(SampleConfig.production())).isEqualTo("No such prompt (request request-1)");
    }

    @Test
    @DisplayName("With client debug messages it is told rule and section too, in allowed characters")
    void tellsTheRuleWhereWanted() {
        assertThat(describe(SampleConfig.production().withDebugMessages()))
                .isEqualTo("No such prompt (rule prompt; OIDC Core 1.0, section 3.1.2.1) (request request-1)");
    }

    /** Wired by hand, because each test has a configuration of its own. */
    @SuppressWarnings("UnnecessaryAssignment")
    private static String describe(SampleConfig config) {
        RefusalService service = new RefusalService();
        service.config = config.build();
        OAuthException refusal = new OAuthException(
                OAuthErrorCode.INVALID_REQUEST, new Rule("prompt", "OIDC Core 1.0, section 3.1.2.1"), "No such prompt");
        return service.describe(refusal, FACTS);
    }
}
