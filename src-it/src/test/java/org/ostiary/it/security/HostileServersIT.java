package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertTokenError;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.ClientAssertion;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.server.CallbackListener;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestKeys;
import org.ostiary.it.server.TlsIdentity;
import org.ostiary.it.server.TlsListener;

/** What a started server makes of the servers of its clients, which it calls over real TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileServersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long TEN_GIGABYTES = 10L * 1024 * 1024 * 1024;
    private static final TestClient PUBLISHING = TestClient.signing("publishing")
            .with("grant-types", "client_credentials")
            .with("scopes", "read");

    private final AtomicLong flooded = new AtomicLong();
    private final AtomicBoolean dripEnded = new AtomicBoolean();
    private final AtomicBoolean floodEnded = new AtomicBoolean();
    private OstiaryServer server;
    private TlsListener trusted;
    private TlsListener untrusted;

    @BeforeAll
    void start(@TempDir Path files) throws Exception {
        TlsIdentity ours = TlsIdentity.of("localhost", files);
        TlsIdentity unknown = TlsIdentity.of("localhost", Files.createDirectories(files.resolve("unknown")));
        trusted = new TlsListener(ours);
        untrusted = new TlsListener(unknown);
        trusted.replies("keys", TestKeys.publicSet(TestKeys.PRIVATE_KEY_JWT));
        trusted.replies("flood", this::flood)
                .replies("drip", this::drip)
                .replies(
                        "redirect",
                        out -> TlsListener.write(
                                out, "HTTP/1.1 302 Found\r\nLocation: " + trusted.address("redirected") + "\r\n\r\n"));
        Map<String, String> clients = new LinkedHashMap<>(
                PUBLISHING.with("jwks-uri", trusted.address("keys")).keys());
        for (String name : List.of("fine", "flood", "drip", "redirect")) {
            clients.putAll(told(name, trusted.address(name)).keys());
        }
        clients.putAll(told("untrusted", untrusted.address("untrusted")).keys());
        server = Servers.fresh(
                Flavour.MICRO_H2,
                ServerSettings.standard()
                        .with("oidc.outbound.allowed-addresses", "127.0.0.1,::1")
                        .with("oidc.outbound.trust-file", ours.certificate().toString())
                        .withAll(clients));
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
        trusted.close();
        untrusted.close();
    }

    @Test
    @DisplayName("D23: published keys are fetched over TLS; of 200 assertions with made-up keys one fetches them again")
    void fetchesKeysSparingly() {
        assertThat(asserted(TestKeys.PRIVATE_KEY_JWT.getKeyId()).send().status())
                .isEqualTo(200);
        assertThat(trusted.requests("keys")).isOne();
        for (int each = 0; each < 200; each++) {
            assertTokenError(asserted("made-up-" + each).send(), "invalid_client");
        }
        assertThat(trusted.requests("keys")).isLessThanOrEqualTo(2);
        assertThat(asserted(TestKeys.PRIVATE_KEY_JWT.getKeyId()).send().status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("L05, L06: who floods, drips, redirects or shows an unknown certificate at a logout harms nobody")
    void tellsThemAll() throws InterruptedException {
        Journey journey = new Journey(server);
        for (String name : List.of("flood", "drip", "redirect", "untrusted", "fine")) {
            TestClient client = told(name, "");
            RelyingParty application = new RelyingParty(server, client);
            application.tokensFor(
                    journey, TestAccounts.BOB, application.validRequest().with("scope", "openid"));
        }
        Answer question = journey.open(server.endpoint("/logout.xhtml"));
        Answer page = journey.follow(
                journey.browser().post(question.form().action(), question.form().press("logout-confirm")));
        assertThat(page.textsOf("signed-out-applications", "bdi"))
                .contains(
                        "Test client told-fine: signed out.",
                        "Test client told-flood: signed out.",
                        "Test client told-redirect: did not answer yet, and is asked again.",
                        "Test client told-untrusted: did not answer yet, and is asked again.");
        await(floodEnded);
        await(dripEnded);
        assertThat(flooded.get()).as("bytes that were taken of 10 GB").isLessThan(16L * 1024 * 1024);
        assertThat(trusted.requests("fine")).isOne();
        assertThat(trusted.requests("redirected")).isZero();
        assertThat(untrusted.requests("untrusted")).isZero();
        assertThat(asserted(TestKeys.PRIVATE_KEY_JWT.getKeyId()).send().status())
                .as("the server goes on")
                .isEqualTo(200);
    }

    private static void await(AtomicBoolean ended) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ended.get() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(ended).as("the server hung up").isTrue();
    }

    /** Says that all is well, and then much more than anybody wants to hear. */
    private void flood(OutputStream out) {
        byte[] some = new byte[64 * 1024];
        try {
            TlsListener.write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + TEN_GIGABYTES + "\r\n\r\n");
            while (flooded.get() < TEN_GIGABYTES) {
                out.write(some);
                flooded.addAndGet(some.length);
            }
        } catch (IOException hungUp) {
            floodEnded.set(true);
        }
    }

    /** A status line that never ends. */
    private void drip(OutputStream out) throws InterruptedException {
        try {
            for (int each = 0; each < PATIENCE.toSeconds() * 10; each++) {
                out.write("H".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(100);
            }
        } catch (IOException hungUp) {
            dripEnded.set(true);
        }
    }

    private TokenRequest asserted(String kid) {
        return TokenRequest.of(
                server,
                Parameters.none()
                        .with("grant_type", "client_credentials")
                        .with("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                        .with("client_assertion", ClientAssertion.signed(kid, server, PUBLISHING)));
    }

    private static TestClient told(String name, String address) {
        return TestClient.confidential(
                        "told-" + name,
                        "secret-of-" + name + "-j8k7h6g5",
                        "client_secret_basic",
                        CallbackListener.shared().callback())
                .with("consent-mode", "implicit")
                .with("backchannel-logout-uri", address);
    }
}
