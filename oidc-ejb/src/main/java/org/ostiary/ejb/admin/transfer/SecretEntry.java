package org.ostiary.ejb.admin.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The digest of a client's secret; {@code notAfter} is null for one without an end. */
public record SecretEntry(String digest, @Nullable Instant notAfter) {
    /** Without the digest. */
    @Override
    public String toString() {
        return "SecretEntry[notAfter=" + notAfter + "]";
    }
}
