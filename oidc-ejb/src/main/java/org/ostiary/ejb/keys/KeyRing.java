package org.ostiary.ejb.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** The signing keys of this node's memory, opened; the service fills it at the start. */
@ApplicationScoped
public class KeyRing {

    private record Keys(List<OpenKey> open, String publicKeySet) {}

    private volatile Keys keys = new Keys(List.of(), "{\"keys\":[]}");

    void replace(List<OpenKey> current) {
        String publicKeySet =
                current.stream().map(OpenKey::publicJwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        keys = new Keys(List.copyOf(current), publicKeySet);
    }

    /** The key that signs with the algorithm now. */
    OpenKey signing(JwsAlgorithm algorithm) {
        return keys.open().stream()
                .filter(key -> key.algorithm().equals(algorithm.value()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no key for " + algorithm.value()));
    }

    /** The JWK Set that verifies what this provider signs (RFC 7517, section 5), public members only. */
    public String publicKeySet() {
        return keys.publicKeySet();
    }
}
