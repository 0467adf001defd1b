package org.ostiary.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.AddressRange;

/** What the configured proxies say about a request; headers of that kind from anyone else do not count (RFC 9700, section 4.13). */
@ApplicationScoped
public class Proxies {

    @Inject
    ProviderConfig config;

    /** The address of the caller, spelled canonically: the last hop that no proxy of ours vouches for. */
    String callerOf(HttpServletRequest request) {
        return AddressRange.canonical(lastHop(request));
    }

    private String lastHop(HttpServletRequest request) {
        String caller = request.getRemoteAddr();
        // Every line of the header: a proxy may add its own after those that the caller sent.
        List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        for (int hop = hops.size() - 1; hop >= 0 && trusted(caller); hop--) {
            if (!AddressRange.isAddress(hops.get(hop))) {
                return caller;
            }
            caller = hops.get(hop);
        }
        return caller;
    }

    /** The host that a proxy of ours says was asked for. */
    Optional<String> forwardedHost(HttpServletRequest request) {
        return trusted(request.getRemoteAddr())
                ? Optional.ofNullable(request.getHeader("X-Forwarded-Host"))
                : Optional.empty();
    }

    private boolean trusted(String address) {
        return config.trustedProxies().stream()
                .anyMatch(range -> AddressRange.contains(range, AddressRange.bytes(address)));
    }
}
