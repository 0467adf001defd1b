package org.ostiary.ejb.config;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sources that exist without a container, in MicroProfile Config's order and with its names and expressions: system
 * properties, the environment, the operator's file. JNDI and what else a server adds are not among them.
 */
record PlainSources(Map<String, String> systemProperties, Map<String, String> environment, OperatorProperties file) {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^${}:]+)(:([^${}]*))?}");
    private static final int MOST_EXPRESSIONS = 20;

    /** Those of this process. */
    static PlainSources ofThisProcess() {
        return new PlainSources(texts(System.getProperties()), System.getenv(), OperatorProperties.read());
    }

    ConfiguredValues values() {
        Set<String> names = new HashSet<>(systemProperties.keySet());
        names.addAll(environment.keySet());
        names.addAll(file.values().keySet());
        return new ConfiguredValues(key -> raw(key).flatMap(this::expand), names);
    }

    private Optional<String> raw(String key) {
        return Stream.of(
                        Optional.ofNullable(systemProperties.get(key)),
                        Optional.ofNullable(environment.get(key)),
                        Optional.ofNullable(environment.get(ConfiguredNames.withUnderscores(key))),
                        Optional.ofNullable(environment.get(ConfiguredNames.inEnvironment(key))),
                        Optional.ofNullable(file.values().get(key)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Replaces <code>${other.key}</code> and <code>${other.key:default}</code>; empty when one stands for nothing. */
    private Optional<String> expand(String text) {
        String expanded = text;
        for (int count = 0; count < MOST_EXPRESSIONS; count++) {
            Matcher expression = EXPRESSION.matcher(expanded);
            if (!expression.find()) {
                return Optional.of(expanded);
            }
            Optional<String> value = raw(expression.group(1)).or(() -> Optional.ofNullable(expression.group(3)));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            expanded = expanded.substring(0, expression.start()) + value.get() + expanded.substring(expression.end());
        }
        return Optional.empty();
    }

    private static Map<String, String> texts(Properties properties) {
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
