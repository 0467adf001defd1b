package org.ostiary.ejb.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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

    private List<OwnSession> list(SampleBrowser browser) {
        return service.list(null, browser.visitor()).sessions();
    }

    @Test
    @DisplayName(
            "Many sessions are shown page by page, each once, the latest used first; ending the others ends all of them")
    void turnsPages() {
        int many = OwnSessionsService.PAGE * 2;
        for (int each = 0; each < many; each++) {
            provider.clock().forward(Duration.ofSeconds(each % 3));
            new SampleBrowser(provider).codeFor(validRequest(), "alice");
        }
        OwnSessionsView first = service.list(null, here.visitor());
        OwnSessionsView second = service.list(first.next(), here.visitor());
        OwnSessionsView third = service.list(second.next(), here.visitor());
        assertThat(first.sessions()).hasSize(OwnSessionsService.PAGE + 1);
        assertThat(first.sessions().get(0).current()).isTrue();
        assertThat(second.sessions()).hasSize(OwnSessionsService.PAGE);
        assertThat(third.sessions()).as("the one of the beginning").hasSize(1);
        assertThat(third.next()).isNull();
        List<OwnSession> others = Stream.of(first, second, third)
                .flatMap(view -> view.sessions().stream())
                .filter(session -> !session.current())
                .toList();
        assertThat(others).extracting(OwnSession::id).doesNotHaveDuplicates();
        assertThat(others)
                .extracting(OwnSession::lastSeen)
                .isSortedAccordingTo(Comparator.<Instant>naturalOrder().reversed());
        service.endOthers(service.formToken(here.visitor()), here.visitor());
        assertThat(provider.database().texts("select reason from audit_record where event = 'other_sessions_ended'"))
                .containsExactly(many + 1 + " ended");
        assertThat(service.list("nonsense", here.visitor()).sessions()).hasSize(1);
    }

    @Test
    @DisplayName("A person sees where they are signed in, this session first and marked, and nobody else's")
    void lists() {
        signedIn("bob");
        List<OwnSession> sessions = list(here);
        assertThat(sessions).extracting(OwnSession::current).containsExactly(true, false);
        assertThat(sessions.get(0).ip()).isEqualTo(RunningProvider.FACTS.ip());
    }

    @Test
    @DisplayName("G15: a person ends another session of theirs, whose cookie is worth nothing from then on")
    void endsOne() {
        String other = list(here).get(1).id();
        assertThat(service.end(other, service.formToken(here.visitor()), here.visitor()))
                .isEqualTo(EndOutcome.ENDED);
        assertThatThrownBy(() -> list(there)).isInstanceOf(NotSignedIn.class);
        assertThat(list(here)).hasSize(1);
        assertThat(provider.audited("other_session_ended")).isOne();
    }

    @Test
    @DisplayName("G15: another person's session does not exist for this one, and this one ends by logging out only")
    void doesNotEndForeignOnes() {
        SampleBrowser bob = signedIn("bob");
        String bobs = list(bob).get(0).id();
        String own = list(here).get(0).id();
        for (String id : List.of(bobs, own, "made-up", "")) {
            assertThat(service.end(id, service.formToken(here.visitor()), here.visitor()))
                    .as(id)
                    .isEqualTo(EndOutcome.UNKNOWN);
        }
        assertThat(list(bob)).hasSize(1);
    }

    @Test
    @DisplayName("A person ends all their other sessions, and only theirs")
    void endsOthers() {
        SampleBrowser bob = signedIn("bob");
        assertThat(service.endOthers(service.formToken(here.visitor()), here.visitor()))
                .isEqualTo(EndOutcome.ENDED);
        assertThat(list(here)).hasSize(1);
        assertThatThrownBy(() -> list(there)).isInstanceOf(NotSignedIn.class);
        assertThat(list(bob)).hasSize(1);
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
        assertThat(list(here)).hasSize(1);
    }
}
