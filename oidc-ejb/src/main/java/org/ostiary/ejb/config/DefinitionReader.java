package org.ostiary.ejb.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Reads what administrators define while the server runs by the very rules of the configuration. Nothing of it is in the
 * configuration itself, which comes first: a name that stands there means what it says there.
 */
@ApplicationScoped
public class DefinitionReader {

    /** Characters of all options together, so that what is stored of them always has room. */
    private static final int LONGEST = 20_000;

    private static final Map<DefinitionKind, List<String>> OPTIONS = Map.of(
            DefinitionKind.POLICY,
            List.of("default-policy", "contacts", "rules[<n>].policy", "rules[<n>].subject", "rules[<n>].networks"),
            DefinitionKind.SCOPE,
            List.of("claims"),
            DefinitionKind.CLAIMS_POLICY,
            List.of("id-token", "access-token", "id-token-audience-mode", "custom-claims.<claim>"));

    private ConfiguredValues values;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected DefinitionReader() {}

    /** Reads beside these values. */
    @Inject
    public DefinitionReader(ConfiguredValues values) {
        this.values = values;
    }

    /** Those of the configuration, sorted by their names. */
    public List<Definition> configured(DefinitionKind kind) {
        Map<String, Map<String, String>> found = new TreeMap<>();
        for (String key : values.names()) {
            Matcher parts = kind.parts(key);
            if (parts != null) {
                found.computeIfAbsent(parts.group(1), name -> new TreeMap<>())
                        .put(parts.group(2), values.find(key).orElse(""));
            }
        }
        return found.entrySet().stream()
                .map(each -> new Definition(kind, each.getKey(), each.getValue()))
                .toList();
    }

    /** Whether the configuration has one of that kind and name. */
    public boolean configures(Definition definition) {
        return configured(definition.kind()).stream().anyMatch(definition::sameName);
    }

    /** What is wrong with one, a line each. */
    public List<String> mistakes(Definition definition) {
        Findings findings = new Findings();
        DefinitionKind kind = definition.kind();
        if (!kind.admits(definition.name())) {
            findings.mistake(
                    new Key(kind.prefix("<name>").replaceAll("\\.$", ""), null, false),
                    definition.name(),
                    "must have 1 to 100 letters of ASCII, digits, - and _"
                            + (kind == DefinitionKind.SCOPE ? ", and . and : as well" : ""));
            return findings.mistakes();
        }
        int length = definition.keys().entrySet().stream()
                .mapToInt(each -> each.getKey().length() + each.getValue().length())
                .sum();
        if (length > LONGEST) {
            findings.mistake(
                    new Key(kind.prefix(definition.name()).replaceAll("\\.$", ""), null, false),
                    length + " characters",
                    "must have " + LONGEST + " all in all at most");
            return findings.mistakes();
        }
        definition.keys().forEach((key, text) -> {
            Matcher parts = kind.parts(key);
            // The name of a scope has dots as well: an option with one would make it a key of another scope.
            if (parts == null || !parts.group(1).equals(definition.name())) {
                findings.mistake(
                        new Key(key, null, false),
                        text,
                        "is not known; known are " + String.join(", ", OPTIONS.getOrDefault(kind, List.of())));
            }
        });
        ConfiguredValues all = with(values, List.of(definition));
        FreeKeys free = new FreeKeys(all.names(), new Settings(all, findings), findings);
        free.scopes();
        free.policies();
        return findings.mistakes();
    }

    /** Those that count: the configuration has no such name, and nothing is wrong with them. */
    public List<Definition> counting(List<Definition> stored) {
        return stored.stream()
                .filter(each -> !configures(each) && mistakes(each).isEmpty())
                .toList();
    }

    /** The scopes among some that count, with the claims that each releases. */
    public Map<String, Set<String>> scopes(List<Definition> counting) {
        Map<String, Set<String>> scopes = new LinkedHashMap<>();
        ConfiguredValues all = with(values, counting);
        Settings settings = new Settings(all, new Findings());
        counting.stream()
                .filter(each -> each.kind() == DefinitionKind.SCOPE)
                .forEach(each -> scopes.put(
                        each.name(),
                        settings.list(new Key(
                                each.kind().prefix(each.name()) + each.kind().first(), null, false))));
        return scopes;
    }

    /** The values with the keys of these added; under their names nothing else is found, wherever it is looked for. */
    static ConfiguredValues with(ConfiguredValues values, List<Definition> definitions) {
        Map<String, String> own = new LinkedHashMap<>();
        definitions.forEach(each -> own.putAll(each.keys()));
        List<String> prefixes = definitions.stream()
                .map(each -> each.kind().prefix(each.name()))
                .toList();
        return values.with(own, key -> prefixes.stream().anyMatch(key::startsWith));
    }
}
