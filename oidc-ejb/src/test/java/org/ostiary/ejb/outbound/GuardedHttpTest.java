package org.ostiary.ejb.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GuardedHttpTest {

    private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1");

    private HttpsServer server;
    private GuardedHttp http;

    @BeforeEach
    void start() throws Exception {
        server = new HttpsServer();
        http = new GuardedHttp(LOOPBACK, server.trustingSockets());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    @DisplayName("RFC 9112 6: reads a body by its length, in chunks, and up to the end")
    void readsABody() throws OutboundException {
        server.replies("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more");
        assertThat(body()).isEqualTo("hello");
        server.replies("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");
        assertThat(body()).isEqualTo("hello");
        server.replies("HTTP/1.1 200\r\n\r\nhello");
        assertThat(body()).isEqualTo("hello");
    }

    @ParameterizedTest
    @DisplayName("OIDC Back-Channel Logout 2.8: of the answer to a form only the status is read, however long it is")
    @ValueSource(ints = {200, 204, 302, 400, 503})
    void readsTheStatusOfAnAnswer(int status) throws OutboundException {
        server.replies("HTTP/1.1 " + status + " X\r\nContent-Length: 10000000000\r\n\r\nhello");
        assertThat(http.post(URI.create("https://localhost:" + server.port() + "/logout"), "logout_token=abc"))
                .isEqualTo(status);
    }

    @Test
    @DisplayName("E03: plain http is spoken to allowed addresses only, and to nobody else's")
    void speaksPlainlyToAllowedAddressesOnly() {
        GuardedHttp guarded = new GuardedHttp(List.of("192.0.2.1"), server.trustingSockets());
        assertThatThrownBy(() -> guarded.post(URI.create("http://127.0.0.1:1/"), "a=b"))
                .hasMessage("the address must begin with https:// and a host");
        assertThatThrownBy(() -> http.get(URI.create("http://127.0.0.1:1/")))
                .hasMessage("the address must begin with https:// and a host");
        assertThatThrownBy(() -> http.post(URI.create("http://127.0.0.1:1/"), "a=b"))
                .hasMessageStartingWith("the call to 127.0.0.1 failed");
    }

    @ParameterizedTest
    @DisplayName("E03: addresses that are not public are never called")
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://0.0.0.0/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.64.0.1/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[::]/",
                "https://[2002:7f00:1::]/",
                "https://[64:ff9b::7f00:1]/"
            })
    void callsNoPrivateAddress(String address) {
        GuardedHttp strict = new GuardedHttp(List.of(), server.trustingSockets());
        assertThatThrownBy(() -> strict.get(URI.create(address)))
                .isInstanceOf(OutboundException.class)
                .hasMessageContaining("not public");
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @DisplayName("W25: an internal address is not called however it is written")
    @ValueSource(
            strings = {
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.0.0.1./",
                "https://localhost./",
                "https://LOCALHOST/",
                "https://a.localhost/",
                "https://127.255.255.254/",
                "https://0/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::a9fe:a9fe]/",
                "https://[2002:a9fe:a9fe::]/",
                "https://[2001:0:7f00:1::]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[fe80::1%25lo]/",
                "https://172.31.255.255/",
                "https://192.0.0.192/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://public.test@127.0.0.1/",
                "https://127.0.0.1#@public.test/"
            })
    void callsNoPrivateAddressInDisguise(String address) {
        GuardedHttp strict = new GuardedHttp(List.of(), server.trustingSockets());
        String ours = address.replaceFirst("/$", ":" + server.port() + "/");
        assertThatThrownBy(() -> strict.get(URI.create(ours))).isInstanceOf(OutboundException.class);
        assertThatThrownBy(() -> strict.post(URI.create(ours), "a=b")).isInstanceOf(OutboundException.class);
        assertThat(server.connections()).isZero();
    }

    @Test
    @DisplayName("W25: a name is looked up once for a call, and the address that was judged is the one that is called")
    void callsTheAddressThatWasJudged() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        NameLookUp rebinding = new NameLookUp(
                host -> InetAddress.getAllByName(asked.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1"));
        server.replies("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        GuardedHttp guarded = new GuardedHttp(List.of("127.0.0.1"), server.trustingSockets(), rebinding);
        assertThat(guarded.get(address())).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        assertThat(asked).hasValue(1);
        assertThatThrownBy(() -> guarded.get(address())).hasMessageContaining("not public");
    }

    @Test
    @DisplayName("W25: a name with one address that is not public is not called at all")
    void callsNoNameOfTwoMinds() {
        NameLookUp both = new NameLookUp(host ->
                new InetAddress[] {InetAddress.getLoopbackAddress(), InetAddress.getByAddress(new byte[] {10, 0, 0, 1})
                });
        GuardedHttp guarded = new GuardedHttp(List.of("127.0.0.1"), server.trustingSockets(), both);
        assertThatThrownBy(() -> guarded.get(address())).hasMessageContaining("not public");
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @DisplayName("E03: https and nothing else")
    @ValueSource(
            strings = {
                "http://localhost/",
                "file:///etc/passwd",
                "gopher://localhost/",
                "ftp://localhost/",
                "https:opaque",
                "https://user@localhost/"
            })
    void callsByHttpsOnly(String address) {
        assertThatThrownBy(() -> http.get(URI.create(address))).isInstanceOf(OutboundException.class);
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @DisplayName("E03: redirects are not followed, and only 200 is an answer")
    @ValueSource(
            strings = {
                "HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1/\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 500 Oops\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nx",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFF\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
                "HTTP/1.1 200 OK\r\nbroken\r\n\r\n",
                ""
            })
    void refusesOtherAnswers(String answer) {
        server.replies(answer);
        refused();
        assertThat(server.connections()).isOne();
    }

    @Test
    @DisplayName("64 kB and not a byte more, however they come")
    void refusesAHugeBody() throws OutboundException {
        server.replies("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(64 * 1024));
        assertThat(body()).hasSize(64 * 1024);
        server.replies("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(64 * 1024 + 1));
        refused();
        server.replies("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
        refused();
    }

    @Test
    @DisplayName("An answer that drips ends with the call's five seconds")
    void refusesADrip() {
        server.replies(out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int each = 0; each < 1000; each++) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        });
        refused();
    }

    @Test
    @DisplayName("RFC 9110 4.3.4: the certificate must be one of the host that was asked for, from someone trusted")
    void refusesAnotherCertificate() {
        server.replies("HTTP/1.1 200 OK\r\n\r\nx");
        assertThatThrownBy(() -> http.get(URI.create("https://127.0.0.1:" + server.port() + "/")))
                .isInstanceOf(OutboundException.class);
        GuardedHttp distrustful = new GuardedHttp(LOOPBACK, (SSLSocketFactory) SSLSocketFactory.getDefault());
        assertThatThrownBy(() -> distrustful.get(address())).isInstanceOf(OutboundException.class);
    }

    @Test
    @DisplayName("An operator's own authority is trusted besides the platform's; without it the certificate is refused")
    void trustsTheOperatorsAuthority(@TempDir Path files) throws Exception {
        Path file = Files.writeString(files.resolve("ca.pem"), server.certificate());
        server.replies("HTTP/1.1 200 OK\r\n\r\nx");
        GuardedHttp trusting = new GuardedHttp(
                LOOPBACK, TrustedCertificates.besidesThePlatforms(file).getSocketFactory());
        assertThat(trusting.get(address())).isEqualTo(new byte[] {'x'});
        GuardedHttp others = new GuardedHttp(
                LOOPBACK, TrustedCertificates.besidesThePlatforms(null).getSocketFactory());
        assertThatThrownBy(() -> others.get(address())).isInstanceOf(OutboundException.class);
    }

    @Test
    @DisplayName("A file without a certificate is refused with its name")
    void refusesAFileOfNoCertificates(@TempDir Path files) throws Exception {
        for (String content :
                List.of("", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")) {
            Path file = Files.writeString(files.resolve("ca.pem"), content);
            assertThatThrownBy(() -> TrustedCertificates.besidesThePlatforms(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ca.pem holds no certificates in PEM that can be read");
        }
    }

    private URI address() {
        return URI.create("https://localhost:" + server.port() + "/jwks?x=y");
    }

    private String body() throws OutboundException {
        return new String(http.get(address()), StandardCharsets.ISO_8859_1);
    }

    private void refused() {
        assertThatThrownBy(this::body).isInstanceOf(OutboundException.class);
    }
}
