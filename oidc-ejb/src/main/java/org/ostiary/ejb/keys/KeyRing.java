package org.ostiary.ejb.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

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

    /** The key that signs now. */
    OpenKey signing() {
        return keys.open().get(0);
    }

    /** The JWK Set that verifies what this provider signs (RFC 7517, section 5), public members only. */
    public String publicKeySet() {
        return keys.publicKeySet();
    }
}
