package org.ostiary.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ostiary.ejb.config.ProviderConfig;

/**
 * Which host a request may be meant for: the issuer's and no other (RFC 9110, section 7.4). Nothing is ever built from the
 * Host header; refusing foreign ones keeps caches and proxies from being led astray by it.
 */
@ApplicationScoped
public class Hosts {

    private static final int MISDIRECTED = 421;
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    @Inject
    ProviderConfig config;

    @Inject
    Proxies proxies;

    @Inject
    IssuerPath paths;

    /** 400 for no or several hosts, 421 for a foreign one, 0 for ours. Probes may come under any name. */
    int refusal(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        if (hosts.size() != 1) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        String path = paths.of(request);
        if (path.startsWith("/health/") || path.equals("/metrics")) {
            return 0;
        }
        return ours(proxies.forwardedHost(request).orElse(hosts.get(0))) ? 0 : MISDIRECTED;
    }

    private boolean ours(String host) {
        URI issuer = URI.create(config.issuer().value());
        String port = issuer.getPort() < 0 ? "" : ":" + issuer.getPort();
        String asked = host.toLowerCase(Locale.ROOT);
        String standardPort = config.issuer().secure() ? ":443" : ":80";
        if (port.isEmpty() && asked.endsWith(standardPort)) {
            asked = asked.substring(0, asked.length() - standardPort.length());
        }
        if (asked.equals(issuer.getHost() + port)) {
            return true;
        }
        String name =
                port.isEmpty() || !asked.endsWith(port) ? asked : asked.substring(0, asked.length() - port.length());
        return config.issuer().loopback() && LOOPBACK_NAMES.contains(name) && asked.equals(name + port);
    }
}
