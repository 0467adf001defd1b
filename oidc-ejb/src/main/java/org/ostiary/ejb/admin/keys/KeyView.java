package org.ostiary.ejb.admin.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.keys.KeyState;
import org.ostiary.persistence.keys.SigningKey;

/**
 * A signing key and its planned life; a moment that is null is not planned yet.
 *
 * @param state {@code pending}, {@code active}, {@code retiring}, {@code retired} or {@code over}
 * @param publishedFrom since when clients may know it
 * @param canSign whether its private part is still there
 */
public record KeyView(
        String kid,
        String algorithm,
        KeyState state,
        Instant publishedFrom,
        Instant signsFrom,
        @Nullable Instant signsUntil,
        @Nullable Instant publishedUntil,
        @Nullable Instant verifiesUntil,
        boolean canSign) {

    static KeyView of(SigningKey key, Instant now) {
        return new KeyView(
                key.kid(),
                key.algorithm(),
                key.state(now),
                key.createdAt(),
                key.activeFrom(),
                key.signsUntil(),
                key.publishedUntil(),
                key.verifiesUntil(),
                key.sealedPrivate() != null);
    }
}
