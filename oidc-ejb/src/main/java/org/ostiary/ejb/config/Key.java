package org.ostiary.ejb.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key as it stands in the configuration.
 *
 * @param name the whole key, for example {@code oidc.lifespans.access-token}
 * @param standard the default as an operator would write it; null when there is none, or one that depends on more than
 *     this key
 * @param secret whether its value may be shown to nobody
 */
record Key(String name, @Nullable String standard, boolean secret) {
    Optional<String> defaultText() {
        return Optional.ofNullable(standard);
    }
}
