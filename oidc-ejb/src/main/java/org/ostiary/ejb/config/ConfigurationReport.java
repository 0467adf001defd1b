package org.ostiary.ejb.config;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What reading the configuration came to.
 *
 * @param config null when there are mistakes
 * @param mistakes a line each; any of them stops the start
 * @param warnings a line each, for the log
 */
public record ConfigurationReport(@Nullable ProviderConfig config, List<String> mistakes, List<String> warnings) {
    public ConfigurationReport {
        mistakes = List.copyOf(mistakes);
        warnings = List.copyOf(warnings);
    }

    /** The same with these mistakes before its own, which may be what comes of them. */
    ConfigurationReport withMistakes(List<String> more) {
        return more.isEmpty()
                ? this
                : new ConfigurationReport(
                        null, Stream.concat(more.stream(), mistakes.stream()).toList(), warnings);
    }

    /**
     * The configuration, when it is right.
     *
     * @throws ConfigurationException with every mistake in its message
     */
    public ProviderConfig require() {
        if (config == null) {
            throw new ConfigurationException(mistakes);
        }
        return config;
    }
}
