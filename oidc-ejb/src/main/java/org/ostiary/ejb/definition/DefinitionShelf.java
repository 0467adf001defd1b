package org.ostiary.ejb.definition;

import static org.ostiary.persistence.client.CacheVersions.DEFINITIONS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ostiary.ejb.config.Definition;
import org.ostiary.ejb.config.DefinitionKind;
import org.ostiary.ejb.config.DefinitionReader;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.persistence.client.CacheVersions;
import org.ostiary.persistence.definition.StoredDefinition;
import org.ostiary.persistence.definition.StoredDefinitions;

/** What administrators defined, as the database has it now. */
@ApplicationScoped
public class DefinitionShelf {

    @Inject
    StoredDefinitions stored;

    @Inject
    CacheVersions versions;

    @Inject
    DefinitionReader reader;

    /** Those that clients may refer to. */
    public List<Definition> counting() {
        return reader.counting(all());
    }

    /** The same if these were there as well, or instead of others of their names. */
    public List<Definition> countingWith(List<Definition> supposed) {
        List<Definition> all = new ArrayList<>(all());
        supposed.forEach(each -> all.removeIf(each::sameName));
        all.addAll(supposed);
        return reader.counting(all);
    }

    /** The scopes among them, with the claims that each releases. */
    public Map<String, Set<String>> scopes() {
        return reader.scopes(counting());
    }

    /** Those that have no effect, with the reason. */
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        for (Definition each : all()) {
            String what = "The " + each.kind().value() + " " + each.name() + " of the administration has no effect: ";
            if (reader.configures(each)) {
                doubts.add(what + "the configuration has one of that name");
            } else if (!reader.mistakes(each).isEmpty()) {
                doubts.add(what + String.join("; ", reader.mistakes(each)));
            }
        }
        return doubts;
    }

    /** Another number after each change of them. */
    public long version() {
        return versions.current(DEFINITIONS);
    }

    /**
     * Refuses what was judged under others; who asks holds the row of the clients' version, so that they stay as they are.
     *
     * @throws DefinitionsMoved where they are not those of that version any more
     */
    public void require(long version) {
        if (version() != version) {
            throw new DefinitionsMoved();
        }
    }

    private List<Definition> all() {
        return stored.all().stream().map(DefinitionShelf::read).toList();
    }

    /** One as it is stored. */
    public static Definition read(StoredDefinition definition) {
        Map<String, String> options = new LinkedHashMap<>();
        BoundedJson.read(definition.options())
                .ifPresent(json -> json.keySet().forEach(name -> options.put(name, json.getString(name))));
        return new Definition(DefinitionKind.of(definition.kind()).orElseThrow(), definition.name(), options);
    }
}
