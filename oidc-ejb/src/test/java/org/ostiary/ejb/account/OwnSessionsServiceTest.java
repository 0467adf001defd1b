package org.ostiary.ejb.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.session.NotSignedIn;

class OwnSessionsServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final OwnSessionsService service = provider.service(OwnSessionsService.class);
    private final SampleBrowser here = signedIn("alice");
    private final SampleBrowser there = new SampleBrowser(provider);

    OwnSessionsServiceTest() {
        there.codeFor(validRequest(), "alice");
    }

    private SampleBrowser signedIn(String username) {
        provider.addAccount(username);
        SampleBrowser browser = new SampleBrowser(provider);
        browser.codeFor(validRequest(), username);
        return browser;
    }

    @Test
    @DisplayName("A person sees where they are signed in, this session first and marked, and nobody else's")
    void lists() {
        signedIn("bob");
        List<OwnSession> sessions = service.list(here.visitor());
        assertThat(sessions).extracting(OwnSession::current).containsExactly(true, false);
        assertThat(sessions.get(0).ip()).isEqualTo(RunningProvider.FACTS.ip());
    }

    @Test
    @DisplayName("G15: a person ends another session of theirs, whose cookie is worth nothing from then on")
    void endsOne() {
        String other = service.list(here.visitor()).get(1).id();
        assertThat(service.end(other, service.formToken(here.visitor()), here.visitor()))
                .isEqualTo(EndOutcome.ENDED);
        assertThatThrownBy(() -> service.list(there.visitor())).isInstanceOf(NotSignedIn.class);
        assertThat(service.list(here.visitor())).hasSize(1);
        assertThat(provider.audited("other_session_ended")).isOne();
    }

    @Test
    @DisplayName("G15: another person's session does not exist for this one, and this one ends by logging out only")
    void doesNotEndForeignOnes() {
        SampleBrowser bob = signedIn("bob");
        String bobs = service.list(bob.visitor()).get(0).id();
        String own = service.list(here.visitor()).get(0).id();
        for (String id : List.of(bobs, own, "made-up", "")) {
            assertThat(service.end(id, service.formToken(here.visitor()), here.visitor()))
                    .as(id)
                    .isEqualTo(EndOutcome.UNKNOWN);
        }
        assertThat(service.list(bob.visitor())).hasSize(1);
    }

    @Test
    @DisplayName("A person ends all their other sessions, and only theirs")
    void endsOthers() {
        SampleBrowser bob = signedIn("bob");
        assertThat(service.endOthers(service.formToken(here.visitor()), here.visitor()))
                .isEqualTo(EndOutcome.ENDED);
        assertThat(service.list(here.visitor())).hasSize(1);
        assertThatThrownBy(() -> service.list(there.visitor())).isInstanceOf(NotSignedIn.class);
        assertThat(service.list(bob.visitor())).hasSize(1);
    }

    @Test
    @DisplayName("F03: nothing ends without the form of this very session, and each form counts once")
    void refusesOtherForms() {
        String token = service.formToken(here.visitor());
        assertThat(service.endOthers(service.formToken(there.visitor()), here.visitor()))
                .isEqualTo(EndOutcome.STALE_FORM);
        assertThat(service.endOthers("", here.visitor())).isEqualTo(EndOutcome.STALE_FORM);
        service.endOthers(token, here.visitor());
        assertThat(service.endOthers(token, here.visitor())).isEqualTo(EndOutcome.STALE_FORM);
    }

    @Test
    void leavesOutWhatIsOver() {
        provider.clock().forward(SampleConfig.SESSION_IDLE.dividedBy(2));
        here.codeFor(validRequest(), "alice");
        provider.clock().forward(SampleConfig.SESSION_IDLE.dividedBy(2));
        assertThat(service.list(here.visitor())).hasSize(1);
    }
}
