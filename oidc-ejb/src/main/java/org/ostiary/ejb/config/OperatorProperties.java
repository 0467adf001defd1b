package org.ostiary.ejb.config;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ostiary.persistence.datasource.PropertiesFile;

/**
 * The operator's own file: properties in UTF-8, named by the system property {@code oidc.config} or else by the
 * environment variable {@code OIDC_CONFIG}.
 *
 * @param values empty when no file is named, or it cannot be read
 * @param mistakes a line when a file is named and cannot be read, which must stop the start
 */
record OperatorProperties(Map<String, String> values, List<String> mistakes) {

    /** Reads the file that this process was told to read. */
    static OperatorProperties read() {
        return read(
                name -> Optional.ofNullable(System.getProperty(name)),
                name -> Optional.ofNullable(System.getenv(name)));
    }

    /** Reads the file that these tell to read. */
    static OperatorProperties read(
            Function<String, Optional<String>> systemProperties, Function<String, Optional<String>> environment) {
        String name = ServerKey.CONFIG.key().name();
        return systemProperties
                .apply(name)
                .or(() -> environment.apply(ConfiguredNames.inEnvironment(name)))
                .map(OperatorProperties::readFile)
                .orElse(new OperatorProperties(Map.of(), List.of()));
    }

    private static OperatorProperties readFile(String file) {
        try {
            return new OperatorProperties(PropertiesFile.load(file), List.of());
        } catch (IOException | IllegalArgumentException e) {
            Findings findings = new Findings();
            findings.mistake(ServerKey.CONFIG.key(), file, "must name a readable properties file in UTF-8: " + e);
            return new OperatorProperties(Map.of(), findings.mistakes());
        }
    }
}
