package org.ostiary.ejb.accounts;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.DuplicateKeyException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads YAML from a stranger: into maps, lists and texts only, with bounds on size, depth and aliases, and refusing a key
 * that is repeated. Everything is text, as written: a user named 007 or 1e3 keeps that name, and
 * nothing is the empty text.
 *
 * <p>The library's messages quote the file, so they are replaced by where the mistake is and, where it cannot be a piece
 * of a value, what it is.
 */
final class AccountsFileYaml {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setTagConstructors(Map.of(Tag.NULL, nothing -> ""))
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(AccountsFileBounds.MAXIMUM_ALIASES)
            .setCodePointLimit(AccountsFile.MAXIMUM_SIZE)
            .build();

    private AccountsFileYaml() {}

    /** The one document of the text: a map, a list or a text. */
    static Object load(String yaml) {
        try {
            requireBounds(yaml);
            return new Load(SETTINGS).loadFromString(yaml);
        } catch (MarkedYamlEngineException mistake) {
            throw new AccountsFileException(place(mistake) + what(mistake));
        } catch (YamlEngineException mistake) {
            throw new AccountsFileException("the file is not YAML that can be read safely");
        }
    }

    private static void requireBounds(String yaml) {
        AccountsFileBounds bounds = new AccountsFileBounds();
        for (Event event : new Parse(SETTINGS).parseString(yaml)) {
            bounds.refuse(event).ifPresent(refusal -> {
                throw new AccountsFileException(line(event.getStartMark()) + refusal);
            });
        }
    }

    private static String what(MarkedYamlEngineException mistake) {
        if (mistake instanceof DuplicateKeyException) {
            return "a key is repeated";
        }
        if (mistake instanceof ScannerException) {
            // Of the file, it names a single character at most.
            return "not YAML: " + mistake.getProblem();
        }
        if (mistake instanceof ParserException) {
            return "not YAML: something is missing before this, or indented differently";
        }
        return "a tag, alias or document that an accounts file must not have";
    }

    private static String place(MarkedYamlEngineException mistake) {
        return line(mistake.getProblemMark());
    }

    private static String line(Optional<Mark> mark) {
        return mark.map(at -> "line " + (at.getLine() + 1) + ": ").orElse("");
    }
}
