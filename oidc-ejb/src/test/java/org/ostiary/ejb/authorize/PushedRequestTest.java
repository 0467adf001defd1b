package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleBrowser.codeOf;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.authorize.PushedResponse;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.RequestObjects;

/** Pushed authorization requests (RFC 9126). */
class PushedRequestTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final PushedAuthorizationService service = provider.service(PushedAuthorizationService.class);

    PushedRequestTest() {
        provider.addAccount("alice");
        provider.configure(publicClient(), publicClient().called("other"));
    }

    @Test
    @DisplayName("RFC 9126 2.2: a pushed request gets a name with 256 random bits and a short life")
    void namesWhatWasPushed() {
        PushedResponse first = push(validRequest());
        assertThat(first.requestUri()).matches("urn:ietf:params:oauth:request_uri:[A-Za-z0-9_-]{43}");
        assertThat(first.lifetime()).isEqualTo(SampleConfig.PUSHED_LIFESPAN);
        assertThat(first.members()).containsEntry("expires_in", 300L).containsEntry("request_uri", first.requestUri());
        assertThat(push(validRequest()).requestUri()).isNotEqualTo(first.requestUri());
        assertThat(provider.database().texts("select hash from pushed_request"))
                .noneMatch(hash -> first.requestUri().contains(hash));
    }

    @Test
    @DisplayName("RFC 9126 4: the name alone starts the request that was pushed")
    void startsWhatWasPushed() {
        assertThat(browser.codeFor(named(push(validRequest())), "alice")).startsWith("ost_ac_");
    }

    @Test
    @DisplayName("E02, RFC 9126 4: parameters beside the name are ignored, never merged")
    void ignoresWhatStandsBesideTheName() {
        SampleRequest named = named(push(validRequest().without("state")))
                .with("redirect_uri", "https://evil.test/cb")
                .with("scope", "openid email")
                .with("prompt", "none")
                .with("state", "x")
                .with("response_type", "token");
        Map<String, String> answer = browser.answerFor(named, "alice").parameters();
        assertThat(answer).containsOnlyKeys("code", "iss");
        assertThat(provider.database().texts("select scopes from oauth_grant")).containsExactly("openid profile");
    }

    @Test
    @DisplayName("E01: two visits before the login are allowed, and one of them is answered")
    void mayBeVisitedTwice() {
        SampleRequest named = named(push(validRequest()));
        String first = interactionOf(browser.start(named));
        String second = interactionOf(browser.start(named));
        browser.logIn(second, "alice", RunningProvider.PASSWORD);
        browser.decide(second, true);
        assertThat(codeOf(browser.resume(second))).startsWith("ost_ac_");
        refusedAsOver(() -> browser.resume(first));
        refusedAsOver(() -> browser.start(named));
        assertThat(provider.database().count("authorization_code")).isOne();
    }

    @Test
    @DisplayName("E01: a request that was answered at once is used up as well")
    void isUsedUpWithoutAPage() {
        provider.configure(SampleClient.confidentialClient());
        browser.codeFor(validRequest(), "alice");
        String uri = service.push(validRequest().parameters(), basic(), FACTS).requestUri();
        SampleRequest named =
                new SampleRequest(Map.of()).with("client_id", "app").with("request_uri", uri);
        assertThat(codeOf(browser.start(named))).startsWith("ost_ac_");
        refusedAsOver(() -> browser.start(named));
    }

    @Test
    @DisplayName("E01: of two tabs that finish one pushed request in the same instant one is answered")
    void isAnsweredOnceInARace() throws InterruptedException {
        SampleRequest named = named(push(validRequest()));
        BlockingQueue<String> tabs = new ArrayBlockingQueue<>(4);
        for (int each = 0; each < 4; each++) {
            tabs.add(interactionOf(browser.start(named)));
        }
        browser.logIn(tabs.element(), "alice", RunningProvider.PASSWORD);
        browser.decide(tabs.element(), true);
        List<String> answers = Race.run(4, () -> {
            try {
                return codeOf(browser.resume(tabs.remove()));
            } catch (OAuthException refusal) {
                return refusal.code().code();
            }
        });
        assertThat(answers).filteredOn(answer -> answer.startsWith("ost_ac_")).hasSize(1);
        assertThat(answers).filteredOn("invalid_request_uri"::equals).hasSize(3);
        assertThat(provider.database().count("authorization_code")).isOne();
    }

    @Test
    @DisplayName("E01: the name works in time, for the client that pushed, and only as it was given")
    void isRefusedToOthersAndAfterItsTime() {
        SampleRequest named = named(push(validRequest()));
        refusedAsOver(() -> browser.start(named.with("client_id", "other")));
        refusedAsOver(() -> browser.start(named.with("request_uri", "urn:ietf:params:oauth:request_uri:x")));
        refusedAsOver(() -> browser.post(named.with("client_id", "other")));
        provider.clock().forward(SampleConfig.PUSHED_LIFESPAN.minus(Duration.ofSeconds(1)));
        assertThat(browser.start(named)).isNotNull();
        provider.clock().forward(Duration.ofSeconds(1));
        refusedAsOver(() -> browser.start(named));
    }

    @Test
    @DisplayName(
            "E02, RFC 9126 6: a client that must push gets nothing for a plain request, and everything for a pushed one")
    void servesAClientThatMustPush() {
        provider.configure(publicClient().with(new RequestObjects(true, false, null, Set.of())));
        assertThat(browser.codeFor(named(push(validRequest())), "alice")).startsWith("ost_ac_");
    }

    @Test
    @DisplayName("RFC 9126 2.1: the secret is not kept with the request")
    void keepsNoCredentials() {
        provider.configure(
                SampleClient.confidentialClient().authenticatedBy(ClientAuthenticationMethod.CLIENT_SECRET_POST));
        push(validRequest().with("client_secret", SampleClient.SECRET));
        assertThat(provider.database().texts("select parameters from pushed_request"))
                .singleElement()
                .satisfies(kept -> assertThat(RequestParameters.parse(kept).names())
                        .contains("redirect_uri", "state")
                        .doesNotContain("client_secret"));
    }

    private void refusedAsOver(ThrowingCallable way) {
        OAuthException refusal = catchThrowableOfType(OAuthException.class, way);
        assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST_URI);
        assertThat(refusal.rule().id()).isEqualTo("pushed-request-live");
    }

    private PushedResponse push(SampleRequest request) {
        return service.push(request.parameters(), null, FACTS);
    }

    private static SampleRequest named(PushedResponse pushed) {
        return new SampleRequest(Map.of()).with("client_id", "app").with("request_uri", pushed.requestUri());
    }

    private static String basic() {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                ("app:" + SampleClient.SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
    }
}
