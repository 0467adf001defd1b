package org.ostiary.ejb.recent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.client.AdminWatchService;
import org.ostiary.ejb.admin.client.RecentRequestView;
import org.ostiary.ejb.admin.client.WatchOrder;
import org.ostiary.ejb.cleanup.CleanUpService;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.watch.WatchService;
import org.ostiary.persistence.cleanup.Leftover;
import org.ostiary.persistence.cleanup.Swept;

class RecentRequestServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final AdminWatchService service = provider.service(AdminWatchService.class);
    private final WatchService requests = provider.service(WatchService.class);
    private final Administrator root =
            new Administrator("account:root", "root", AdministrationRole.ADMIN, "test", FACTS);

    @Test
    @DisplayName("S18: a developer sees what the application sent and what became of it, and no secret")
    void showsWhatWasSent() {
        watch(now().plus(Duration.ofHours(1)));
        ask("request-1", "authorization", 303, () -> {
            try {
                new SampleBrowser(provider).start(validRequest().with("prompt", "none"));
            } catch (RedirectedError told) {
                // It was.
            }
        });
        ask("other-2", "token", 401, () -> {
            try {
                new SampleTokens(provider)
                        .exchange(SampleRequest.of("grant_type", "authorization_code")
                                .with("code", "a-code-that-is-secret")
                                .with("client_id", "app")
                                .with("client_secret", "guess"));
            } catch (OAuthException refused) {
                provider.service(RefusalService.class).note(refused, new RequestFacts("other-2", "192.0.2.7", ""));
            }
        });
        provider.service(RecentRequestService.class).write();
        List<RecentRequestView> seen = service.recent("app").requests();
        assertThat(seen).hasSize(2);
        assertThat(seen)
                .filteredOn(each -> each.endpoint().equals("authorization"))
                .singleElement()
                .satisfies(each -> assertThat(each.status()).isEqualTo(303))
                .satisfies(each -> assertThat(each.requestId()).isEqualTo("request-1"))
                .satisfies(each -> assertThat(each.parameters())
                        .containsEntry("prompt", "none")
                        .containsEntry("redirect_uri", "https://rp.test/app/cb")
                        .containsEntry("state", "21 characters"));
        assertThat(seen)
                .filteredOn(each -> each.endpoint().equals("token"))
                .singleElement()
                .satisfies(each -> assertThat(each.rule()).isNotNull())
                .satisfies(each -> assertThat(each.parameters()).containsEntry("grant_type", "authorization_code"));
        assertThat(provider.database().texts("select parameters from client_request"))
                .allSatisfy(text -> assertThat(text).doesNotContain("a-code-that-is-secret", "guess"));
    }

    @Test
    @DisplayName("Nothing is kept of a client that is not watched, or no longer")
    void keepsNothingElse() {
        ask("request-1", "authorization", 200, () -> new SampleBrowser(provider).start(validRequest()));
        watch(now().plus(Duration.ofMinutes(1)));
        ask("request-2", "authorization", 200, () -> new SampleBrowser(provider).start(validRequest()));
        provider.clock().forward(Duration.ofMinutes(2));
        ask("request-3", "authorization", 200, () -> new SampleBrowser(provider).start(validRequest()));
        provider.service(RecentRequestService.class).write();
        assertThat(provider.database().texts("select request_id from client_request"))
                .containsExactly("request-2");
        assertThat(service.recent("app").requests()).isEmpty();
        assertThat(service.recent("app").watchedUntil()).isNull();
        provider.service(CleanUpService.class).tidy(Leftover.CLIENT_REQUEST, Swept.START);
        assertThat(provider.database().count("client_request")).isZero();
    }

    @Test
    @DisplayName("The newest 200 are kept, and whoever ends it forgets them")
    void keepsTheNewest() {
        watch(now().plus(Duration.ofHours(24)));
        for (int each = 0; each < 230; each++) {
            provider.clock().forward(Duration.ofSeconds(1));
            ask("request-" + each, "authorization", 200, () -> new SampleBrowser(provider).start(validRequest()));
        }
        provider.service(RecentRequestService.class).write();
        provider.service(RecentRequestService.class).write();
        List<RecentRequestView> seen = service.recent("app").requests();
        assertThat(seen).hasSize(200);
        assertThat(seen.get(0).requestId()).isEqualTo("request-229");
        assertThat(seen.get(199).requestId()).isEqualTo("request-30");
        watch(null);
        assertThat(provider.database().count("client_request")).isZero();
    }

    @Test
    void isBoundedByADay() {
        for (Instant wrong : List.of(now(), now().plus(Duration.ofHours(25)))) {
            assertThatExceptionOfType(AdminRefusal.class).isThrownBy(() -> watch(wrong));
        }
        assertThatExceptionOfType(AdminRefusal.class).isThrownBy(() -> service.recent("nobody"));
    }

    private void watch(@Nullable Instant until) {
        service.watch(root, "app", new WatchOrder(until));
    }

    private Instant now() {
        return provider.clock().instant();
    }

    private void ask(String requestId, String endpoint, int status, Runnable request) {
        requests.begin(requestId);
        request.run();
        requests.end(endpoint, status, 1);
    }
}
