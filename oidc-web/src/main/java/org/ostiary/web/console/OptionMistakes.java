package org.ostiary.web.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mistakes in options, sorted by the option that each begins with, as the configuration words them. */
final class OptionMistakes {

    /** Where the identifier itself is wrong. */
    static final String IDENTIFIER = "client-id";

    private static final Pattern OPTION = Pattern.compile("^([a-z0-9-]+)(?: = |, [a-z0-9-]+: |: | )(.*)$");

    private final Map<String, List<String>> byOption = new HashMap<>();
    private final List<String> others = new ArrayList<>();

    /** Those of a client. */
    OptionMistakes(String clientId, List<String> mistakes) {
        this("oidc.client." + clientId + ".", "oidc.client.<client_id>.", mistakes);
    }

    /**
     * @param prefix what the keys of the configuration begin with
     * @param template the same with a stand-in for the identifier, in mistakes of any such key and of the identifier itself
     */
    OptionMistakes(String prefix, String template, List<String> mistakes) {
        String identifier = template.substring(0, template.length() - 1) + " = ";
        for (String mistake : mistakes) {
            String rest = mistake.replace(prefix, "").replace(template, "");
            Matcher option = OPTION.matcher(rest);
            if (mistake.startsWith(identifier)) {
                of(IDENTIFIER).add(mistake.substring(identifier.length()));
            } else if (option.matches()) {
                of(option.group(1)).add(option.group(2));
            } else {
                others.add(mistake);
            }
        }
    }

    private List<String> of(String option) {
        return byOption.computeIfAbsent(option, name -> new ArrayList<>());
    }

    /** Takes those of an option out. */
    List<String> take(String option) {
        List<String> taken = byOption.remove(option);
        return taken == null ? List.of() : taken;
    }

    /** Those that nobody took, with the name of the option. */
    List<String> rest() {
        List<String> rest = new ArrayList<>(others);
        byOption.forEach((option, mistakes) -> mistakes.forEach(mistake -> rest.add(option + ": " + mistake)));
        return rest;
    }
}
