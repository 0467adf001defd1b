package org.ostiary.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ostiary.ejb.config.ProviderConfig;

/** What the configured proxies say about a request; headers of that kind from anyone else do not count (RFC 9700, section 4.13). */
@ApplicationScoped
public class Proxies {

    private static final Pattern ADDRESS = Pattern.compile(
            "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}"
                    + "|(?=.{2,45}$)[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    @Inject
    ProviderConfig config;

    /** The address of the caller: the last hop that no proxy of ours vouches for. */
    String callerOf(HttpServletRequest request) {
        String caller = request.getRemoteAddr();
        // Every line of the header: a proxy may add its own after those that the caller sent.
        List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        for (int hop = hops.size() - 1; hop >= 0 && trusted(caller); hop--) {
            if (!ADDRESS.matcher(hops.get(hop)).matches()) {
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
        return config.trustedProxies().stream().anyMatch(range -> contains(range, address));
    }

    private static boolean contains(String range, String address) {
        String[] parts = range.split("/", 2);
        byte[] network = bytes(parts[0]);
        byte[] asked = bytes(address);
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : network.length * Byte.SIZE;
        if (network.length != asked.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((network[bit / Byte.SIZE] ^ asked[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Never asks a name server: only texts that are addresses get here. */
    private static byte[] bytes(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            return new byte[0];
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException notAnAddress) {
            return new byte[0];
        }
    }
}
