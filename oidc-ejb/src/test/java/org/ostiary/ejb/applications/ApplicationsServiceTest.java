package org.ostiary.ejb.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.fixture.SampleTokens.refreshRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.userinfo.UserInfoService;

class ApplicationsServiceTest {

    private static final SampleRequest WITH_EMAIL = validRequest().with("scope", "openid profile email");

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleTokens tokens = new SampleTokens(provider);
    private final ApplicationsService service = provider.service(ApplicationsService.class);
    private final String alice = provider.addAccount("alice");
    private final String bob = provider.addAccount("bob");

    ApplicationsServiceTest() {
        provider.database().execute("update account set email = 'alice@example.org' where id = ?", alice);
        provider.configure(refreshing());
    }

    @Test
    @DisplayName("Many applications are shown page by page, each once, the newest first")
    void turnsPages() {
        int many = OwnApplicationsService.PAGE + 3;
        provider.configure(IntStream.range(0, many)
                .mapToObj(each -> refreshing().called("app-" + each))
                .toArray(SampleClient[]::new));
        for (int each = 0; each < many; each++) {
            provider.clock().forward(Duration.ofSeconds(each % 2));
            browser.codeForOnly(WITH_EMAIL.with("client_id", "app-" + each), "alice", "profile");
        }
        OwnApplicationsService own = provider.service(OwnApplicationsService.class);
        OwnApplicationsView first = own.list(null, browser.visitor());
        OwnApplicationsView second = own.list(first.next(), browser.visitor());
        assertThat(first.applications()).hasSize(OwnApplicationsService.PAGE);
        assertThat(second.applications()).hasSize(3);
        assertThat(second.next()).isNull();
        List<Application> all = Stream.concat(first.applications().stream(), second.applications().stream())
                .toList();
        assertThat(all).extracting(Application::clientId).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(Application::since)
                .isSortedAccordingTo(Comparator.<Instant>naturalOrder().reversed());
        assertThat(own.list("nonsense", browser.visitor()).applications()).isEqualTo(first.applications());
    }

    @Test
    @DisplayName("S35: each application is listed with what it has, since when, until when, and what works")
    void lists() {
        Instant decided = provider.clock().instant();
        TokenResponse response = redeem(browser.codeForOnly(WITH_EMAIL, "alice", "profile"));
        provider.clock().forward(Duration.ofMinutes(5));
        tokens.exchange(refreshRequest(Objects.requireNonNull(response.refreshToken())));
        Application application = onlyOne();
        assertThat(application.clientId()).isEqualTo("app");
        assertThat(application.clientName()).isEqualTo("The sample application");
        assertThat(application.since()).isEqualTo(decided);
        assertThat(application.lastUsed()).isEqualTo(decided.plus(Duration.ofMinutes(5)));
        assertThat(application.liveGrants()).isOne();
        assertThat(application.permissions())
                .extracting(Permission::item, Permission::granted, Permission::changeable, Permission::source)
                .containsExactly(
                        tuple("openid", true, false, "consent-page"),
                        tuple("profile", true, true, "consent-page"),
                        tuple("email", false, true, "consent-page"));
        assertThat(application.permissions()).allSatisfy(permission -> {
            assertThat(permission.since()).isEqualTo(decided);
            assertThat(permission.until()).isEqualTo(decided.plus(Duration.ofDays(7)));
        });
        assertThat(service.of(bob)).isEmpty();
    }

    @Test
    @DisplayName("S35: what was denied and is allowed here comes with the next refresh, and at userinfo")
    void allows() {
        TokenResponse response = redeem(browser.codeForOnly(WITH_EMAIL, "alice", "profile"));
        assertThat(change("email", true)).isEqualTo(ChangeOutcome.CHANGED);
        assertThat(claims(response)).as("of a token from before").doesNotContain("email");
        TokenResponse refreshed = tokens.exchange(refreshRequest(Objects.requireNonNull(response.refreshToken())));
        assertThat(refreshed.scope().split(" ", -1)).containsExactlyInAnyOrder("openid", "profile", "email");
        assertThat(claims(refreshed)).contains("email");
        assertThat(browser.start(WITH_EMAIL.with("prompt", "none"))).isInstanceOf(Respond.class);
        assertThat(provider.database().texts("select reason from audit_record where event = 'consent_changed'"))
                .containsExactly("email");
        assertThat(onlyOne().permission("email").orElseThrow().source()).isEqualTo("account-page");
    }

    @Test
    @DisplayName("S35: what is denied here is gone at once from tokens, userinfo and refreshes, and asks no more")
    void denies() {
        TokenResponse response = redeem(browser.codeFor(WITH_EMAIL, "alice"));
        assertThat(claims(response)).contains("email");
        assertThat(change("email", false)).isEqualTo(ChangeOutcome.CHANGED);
        assertThat(claims(response)).doesNotContain("email").contains("name");
        String refreshToken = Objects.requireNonNull(response.refreshToken());
        assertThat(tokens.exchange(refreshRequest(refreshToken)).scope()).isEqualTo("openid profile");
        provider.clock().forward(Duration.ofMinutes(30));
        assertThat(redeem(browser.codeFor(WITH_EMAIL.with("prompt", "none"), "alice"))
                        .scope())
                .isEqualTo("openid profile");
        assertThat(onlyOne().permission("email").orElseThrow().until()).isNull();
        assertThat(provider.database().texts("select reason from audit_record where event = 'consent_changed'"))
                .containsExactly("denied: email");
    }

    @Test
    @DisplayName("OIDC Core 11: a grant that loses offline access ends with its session, and an ended one gets none")
    void deniesOfflineAccess() {
        SampleRequest offline = validRequest().with("scope", "openid profile offline_access");
        TokenResponse response = redeem(browser.codeFor(offline, "alice"));
        provider.database().execute("update login_session set ended_at = 1");
        assertThat(onlyOne().liveGrants()).isOne();
        assertThat(change("offline_access", false)).isEqualTo(ChangeOutcome.CHANGED);
        assertThat(tokens.works(response.accessToken())).isFalse();
        assertThat(change("offline_access", true)).isEqualTo(ChangeOutcome.CHANGED);
        assertThat(tokens.outcome(refreshRequest(Objects.requireNonNull(response.refreshToken()))))
                .isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName(
            "S35: openid and what is required cannot be denied alone, and nothing can be added that nobody asked for")
    void keepsWhatIsFixed() {
        provider.configure(refreshing().withRequiredScopes("email"));
        browser.codeFor(WITH_EMAIL, "alice");
        assertThat(change("openid", false)).isEqualTo(ChangeOutcome.FIXED);
        assertThat(change("email", false)).isEqualTo(ChangeOutcome.FIXED);
        assertThat(change("groups", true)).isEqualTo(ChangeOutcome.UNKNOWN);
        assertThat(service.change(alice, "app", Map.of("email", true, "openid", true), RunningProvider.FACTS))
                .as("as it is already")
                .isEqualTo(ChangeOutcome.CHANGED);
        assertThat(provider.audited("consent_changed")).isZero();
    }

    @Test
    @DisplayName("G09: a revoked application has nothing that works, at once, and its next request asks")
    void revokes() {
        TokenResponse response = redeem(browser.codeFor(WITH_EMAIL, "alice"));
        String unredeemed = browser.codeFor(WITH_EMAIL, "alice");
        assertThat(service.revoke(alice, "app", RunningProvider.FACTS)).isTrue();
        assertThat(tokens.works(response.accessToken())).isFalse();
        assertThat(tokens.outcome(refreshRequest(Objects.requireNonNull(response.refreshToken()))))
                .isEqualTo("invalid_grant");
        assertThat(tokens.outcome(validTokenRequest(unredeemed))).isEqualTo("invalid_grant");
        assertThat(browser.start(WITH_EMAIL)).isInstanceOf(Ask.class);
        assertThat(service.of(alice)).isEmpty();
        assertThat(provider.audited("application_revoked")).isOne();
        assertThat(service.revoke(alice, "app", RunningProvider.FACTS)).isFalse();
        assertThat(provider.audited("application_revoked")).isOne();
    }

    @Test
    @DisplayName("G09: a yes that waits for its answer is taken back, too")
    void revokesWhatIsUnderWay() {
        browser.codeFor(validRequest(), "alice");
        Ask ask = (Ask) browser.start(WITH_EMAIL);
        browser.decide(ask.interaction(), true);
        service.revoke(alice, "app", RunningProvider.FACTS);
        assertThat(browser.resume(ask.interaction())).isInstanceOf(Ask.class);
    }

    @Test
    @DisplayName("G15: nobody sees or changes the applications of another account")
    void touchesOwnDataOnly() {
        TokenResponse response = redeem(browser.codeFor(WITH_EMAIL, "alice"));
        assertThat(service.change(bob, "app", Map.of("email", false), RunningProvider.FACTS))
                .isEqualTo(ChangeOutcome.UNKNOWN);
        assertThat(service.revoke(bob, "app", RunningProvider.FACTS)).isFalse();
        assertThat(service.change(alice, "other", Map.of("email", false), RunningProvider.FACTS))
                .isEqualTo(ChangeOutcome.UNKNOWN);
        assertThat(claims(response)).contains("email");
    }

    @Test
    @DisplayName("implicit: what is denied here is never given, until it is allowed again")
    void deniesWhereImplicit() {
        provider.configure(refreshing().withConsent(ConsentMode.IMPLICIT));
        redeem(browser.codeFor(WITH_EMAIL, "alice"));
        assertThat(onlyOne().permissions()).extracting(Permission::source).containsOnlyNulls();
        change("email", false);
        assertThat(redeem(browser.codeFor(WITH_EMAIL, "alice")).scope()).isEqualTo("openid profile");
        change("email", true);
        assertThat(redeem(browser.codeFor(WITH_EMAIL, "alice")).scope()).isEqualTo("openid profile email");
    }

    private static SampleClient refreshing() {
        return confidentialClient()
                .withScopes("openid", "profile", "email", "groups", "offline_access")
                .withGrantTypes("authorization_code", "refresh_token");
    }

    private ChangeOutcome change(String item, boolean granted) {
        return service.change(alice, "app", Map.of(item, granted), RunningProvider.FACTS);
    }

    private Application onlyOne() {
        List<Application> applications = service.of(alice);
        assertThat(applications).hasSize(1);
        return applications.get(0);
    }

    private TokenResponse redeem(String code) {
        return tokens.exchange(validTokenRequest(code));
    }

    private Iterable<String> claims(TokenResponse response) {
        return Jwt.json(provider.service(UserInfoService.class)
                        .answer(response.accessToken())
                        .body())
                .keySet();
    }
}
