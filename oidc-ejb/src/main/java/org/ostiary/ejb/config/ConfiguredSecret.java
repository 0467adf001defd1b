package org.ostiary.ejb.config;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client's secret as the configuration gives it.
 *
 * @param text a digest, or {@code $plaintext$} followed by the secret
 * @param notAfter when it stops to count; null for never
 */
public record ConfiguredSecret(String text, @Nullable Instant notAfter) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "ConfiguredSecret[notAfter=" + notAfter + "]";
    }
}
