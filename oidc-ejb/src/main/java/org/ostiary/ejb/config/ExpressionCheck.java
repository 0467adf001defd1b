package org.ostiary.ejb.config;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * Finds values that name others, as {@code ${ostiary-db}} names a password alias, which nothing has. MicroProfile Config takes such a
 * value as none, and the default would hold: for a master key a newly generated one.
 */
final class ExpressionCheck {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}");

    private ExpressionCheck() {}

    /**
     * A line per key.
     *
     * @param names what the sources list; names of environment variables are not looked at as such
     * @param lookup what MicroProfile Config has for a key
     */
    static List<String> mistakes(Set<String> names, Function<String, ConfigValue> lookup) {
        Stream<String> ours = Stream.of(ServerKey.values()).map(key -> key.key().name());
        return Stream.concat(ours, names.stream().filter(name -> name.startsWith("oidc.")))
                .distinct()
                .sorted()
                .map(lookup)
                .filter(value -> value.getRawValue() != null && value.getValue() == null)
                .map(ExpressionCheck::mistake)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String mistake(ConfigValue value) {
        String expressions = EXPRESSION
                .matcher(Objects.requireNonNull(value.getRawValue()))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining(", "));
        return expressions.isEmpty()
                ? ""
                : value.getName() + " names " + expressions
                        + ", which no source has: make that password alias or key, or mend its name";
    }
}
