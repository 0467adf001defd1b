package org.ostiary.ejb.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The signing keys of this node's memory, opened; the service fills it at the start and whenever they change. */
@ApplicationScoped
public class KeyRing {

    private final AtomicReference<List<OpenKey>> keys = new AtomicReference<>(List.of());

    void replace(List<OpenKey> current) {
        keys.set(List.copyOf(current));
    }

    /** The key that signs now. */
    OpenKey signing() {
        return keys.get().get(0);
    }

    List<OpenKey> all() {
        return keys.get();
    }
}
