package org.ostiary.ejb.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A second master key, while one takes the place of another: what it sealed is opened too, and sealed again under the first.
 *
 * @param text 32 bytes in base64; null for none
 * @param file where that text stands; null for none, and without effect beside {@code text}
 */
public record OtherMasterKey(
        @Nullable String text, @Nullable Path file) {

    /** Whether there is one. */
    public boolean given() {
        return text != null || file != null;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "OtherMasterKey[given=" + given() + "]";
    }
}
