package org.ostiary.ejb.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.PublicAddresses;

/**
 * Calls whom a stranger named: by https only, at public addresses only, without following redirects, within five seconds
 * and 64 kB. The address that was judged is the one that is called, so that a name server cannot change its mind in between
 * (RFC 9101, section 10.4; RFC 7591, section 5). Proxies of the environment are not used.
 */
@ApplicationScoped
public class GuardedHttp {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ALL = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_AT_ONCE = 16;
    private static final String HTTPS = "https";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final String ADDRESS = "the address must begin with https:// and a host";

    private final PublicAddresses addresses;
    private final NameLookUp names;
    private final SSLSocketFactory sockets;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** Of their own, so that clients that hang at a logout keep nobody from fetching a key. */
    private final Semaphore postPlaces = new Semaphore(2 * MOST_AT_ONCE);

    /** For CDI. */
    protected GuardedHttp() {
        this(List.of(), (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @Inject
    public GuardedHttp(ProviderConfig config) {
        this(
                config.outbound().allowedAddresses(),
                TrustedCertificates.besidesThePlatforms(config.outbound().trustFile())
                        .getSocketFactory());
    }

    /** Reaches the allowed addresses too, and trusts whom the sockets trust. */
    public GuardedHttp(List<String> allowedAddresses, SSLSocketFactory sockets) {
        this(allowedAddresses, sockets, new NameLookUp(InetAddress::getAllByName));
    }

    GuardedHttp(List<String> allowedAddresses, SSLSocketFactory sockets, NameLookUp names) {
        this.addresses = new PublicAddresses(allowedAddresses);
        this.names = names;
        this.sockets = sockets;
    }

    /**
     * The body of what the address answers with status 200.
     *
     * @throws OutboundException for everything else, with the reason
     */
    public byte[] get(URI address) throws OutboundException {
        if (!HTTPS.equals(address.getScheme())) {
            throw new OutboundException(ADDRESS);
        }
        return within(places, address, "GET", "", in -> HttpAnswer.body(in, MOST_BYTES));
    }

    /**
     * Sends a form, and answers the status; what else is answered is not read. Plain http is used to addresses only that
     * {@code oidc.outbound.allowed-addresses} names, as in development.
     *
     * @param form encoded as {@code application/x-www-form-urlencoded}
     * @throws OutboundException when nothing was answered, with the reason
     */
    public int post(URI address, String form) throws OutboundException {
        return within(
                postPlaces,
                address,
                "POST",
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                        + form,
                HttpAnswer::status);
    }

    /** What is read of an answer. */
    private interface Reading<T> {
        T of(InputStream answer) throws IOException;
    }

    private <T> T within(Semaphore free, URI address, String method, String rest, Reading<T> reading)
            throws OutboundException {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null) {
            throw new OutboundException(ADDRESS);
        }
        if (!free.tryAcquire()) {
            throw new OutboundException("too many calls are under way");
        }
        try {
            return call(address, request(method, address, host, rest), reading, Deadline.in(ALL));
        } catch (IOException e) {
            throw new OutboundException("the call to " + host + " failed: " + e.getMessage(), e);
        } finally {
            free.release();
        }
    }

    private <T> T call(URI address, String request, Reading<T> reading, Deadline deadline)
            throws IOException, OutboundException {
        String host = address.getHost();
        boolean secure = HTTPS.equals(address.getScheme());
        int usualPort = secure ? HTTPS_PORT : HTTP_PORT;
        int port = address.getPort() < 0 ? usualPort : address.getPort();
        try (Socket plain = new Socket()) {
            InetAddress called = reachable(host, secure, deadline);
            plain.connect(new InetSocketAddress(called, port), Math.min(deadline.left(), (int) CONNECT.toMillis()));
            plain.setSoTimeout(deadline.left());
            if (!secure) {
                return exchange(plain, request, reading, deadline);
            }
            try (SSLSocket socket = (SSLSocket) sockets.createSocket(plain, host, port, true)) {
                requireCertificateOf(socket);
                socket.startHandshake();
                return exchange(socket, request, reading, deadline);
            }
        }
    }

    private static <T> T exchange(Socket socket, String request, Reading<T> reading, Deadline deadline)
            throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return reading.of(new BufferedInputStream(untilDeadline(socket, deadline)));
    }

    private InetAddress reachable(String host, boolean secure, Deadline deadline)
            throws OutboundException, IOException {
        InetAddress[] candidates = names.addresses(host, deadline);
        for (InetAddress candidate : candidates) {
            if (!secure && !addresses.allowed(candidate)) {
                throw new OutboundException(ADDRESS);
            }
            if (!addresses.reachable(candidate)) {
                throw new OutboundException("the host " + host + " has an address that is not public;"
                        + " oidc.outbound.allowed-addresses could allow it");
            }
        }
        return candidates[0];
    }

    private static void requireCertificateOf(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
    }

    private static String request(String method, URI address, String host, String rest) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return method + " " + path + query + " HTTP/1.1\r\nHost: " + host + port
                + "\r\nAccept: application/json, application/jwk-set+json, application/jwt, */*;q=0.1"
                + "\r\nUser-Agent: Ostiary\r\nConnection: close\r\n" + (rest.isEmpty() ? "\r\n" : rest);
    }

    private static InputStream untilDeadline(Socket socket, Deadline deadline) throws IOException {
        return new FilterInputStream(socket.getInputStream()) {
            @Override
            public int read() throws IOException {
                socket.setSoTimeout(deadline.left());
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                socket.setSoTimeout(deadline.left());
                return super.read(bytes, offset, length);
            }
        };
    }
}
