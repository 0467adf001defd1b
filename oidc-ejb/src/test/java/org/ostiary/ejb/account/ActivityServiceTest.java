package org.ostiary.ejb.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;

class ActivityServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final ActivityService service = provider.service(ActivityService.class);

    ActivityServiceTest() {
        provider.addAccount("alice");
        provider.addAccount("bob");
        new SampleBrowser(provider).codeFor(validRequest(), "bob");
        browser.codeFor(validRequest(), "alice");
    }

    @Test
    @DisplayName("G15: a person reads what happened to their account, and nothing about others")
    void tellsOnesOwn() {
        ActivityView view = service.of(null, browser.visitor());
        assertThat(view.entries())
                .extracting(ActivityEntry::event)
                .containsExactlyInAnyOrder("login_succeeded", "consent_given", "code_issued");
        assertThat(view.entries()).allSatisfy(entry -> {
            assertThat(entry.client()).isEqualTo("The sample application");
            assertThat(entry.ip()).isEqualTo(RunningProvider.FACTS.ip());
        });
        assertThat(view.next()).isNull();
    }

    @Test
    @DisplayName("Pages follow one another by key: nothing twice and nothing left out, whatever happens meanwhile")
    void turnsPages() {
        for (int i = 0; i < 30; i++) {
            provider.clock().forward(java.time.Duration.ofMinutes(1));
            browser.codeFor(validRequest(), "alice");
        }
        ActivityView first = service.of(null, browser.visitor());
        browser.codeFor(validRequest(), "alice");
        ActivityView second = service.of(first.next(), browser.visitor());
        assertThat(first.entries()).hasSize(25);
        assertThat(second.next()).isNull();
        assertThat(first.entries().size() + second.entries().size()).isEqualTo(33);
    }

    @Test
    @DisplayName("A key that is none of ours is the first page")
    void survivesMadeUpKeys() {
        for (String key : new String[] {"", "x", "1.2", "999999999999999999999.a", "' or 1=1"}) {
            assertThat(service.of(key, browser.visitor()).entries()).isNotEmpty();
        }
    }

    @Test
    @DisplayName("A browser that the account was not seen with is noted, but not the very first")
    void notesNewBrowsers() {
        assertThat(provider.audited("new_browser_seen")).isZero();
        new SampleBrowser(provider).codeFor(validRequest(), "alice");
        assertThat(provider.audited("new_browser_seen")).isOne();
        browser.setSessionCookie(null);
        browser.codeFor(validRequest(), "alice");
        assertThat(provider.audited("new_browser_seen")).isOne();
    }

    @Test
    @DisplayName("S18: who did it is part of every record")
    void namesTheActor() {
        assertThat(provider.database().count("audit_record where actor is null"))
                .isZero();
        assertThat(provider.database().count("audit_record where event = 'login_succeeded' and actor like 'account:%'"))
                .isEqualTo(2);
    }
}
