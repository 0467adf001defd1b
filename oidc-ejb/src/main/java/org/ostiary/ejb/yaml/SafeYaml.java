package org.ostiary.ejb.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
public final class SafeYaml {

    /** Bytes and characters; room for some ten thousand accounts. */
    public static final int MAXIMUM_SIZE = 8 * 1024 * 1024;

    private static final int DEEPEST = 40;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setTagConstructors(Map.of(Tag.NULL, nothing -> ""))
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(YamlBounds.MAXIMUM_ALIASES)
            .setCodePointLimit(MAXIMUM_SIZE)
            .build();

    private SafeYaml() {}

    /**
     * The one document of a file in UTF-8: a map, a list or a text.
     *
     * @throws UnsafeYamlException when it cannot be read
     */
    public static Object read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAXIMUM_SIZE + 1);
            if (bytes.length > MAXIMUM_SIZE) {
                throw new UnsafeYamlException("the file is larger than " + MAXIMUM_SIZE + " bytes");
            }
            return load(text(bytes));
        } catch (IOException unreadable) {
            throw new UnsafeYamlException("the file " + file + " cannot be read: "
                    + unreadable.getClass().getSimpleName());
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw new UnsafeYamlException("the file is not UTF-8 text");
        }
    }

    /**
     * The one document of the text: a map, a list or a text.
     *
     * @throws UnsafeYamlException when it is none
     */
    public static Object load(String yaml) {
        try {
            requireBounds(yaml);
            return new Load(SETTINGS).loadFromString(yaml);
        } catch (MarkedYamlEngineException mistake) {
            throw new UnsafeYamlException(place(mistake) + what(mistake));
        } catch (YamlEngineException mistake) {
            throw new UnsafeYamlException("the file is not YAML that can be read safely");
        }
    }

    /**
     * Refuses a document that is not small, or not of few levels, when what its aliases stand for is written out: for whoever looks
     * at all of it, and not only at what they know.
     *
     * @return the same document
     * @throws UnsafeYamlException when it is too large, too deep, or within itself
     */
    public static Object spelledOut(Object document) {
        if (rest(document, MAXIMUM_SIZE, 0) < 0) {
            throw new UnsafeYamlException(
                    "larger than " + MAXIMUM_SIZE + " characters when what aliases stand for is written out");
        }
        return document;
    }

    /** What is left of so much when everything is written out; less than nothing when it does not suffice. */
    private static long rest(Object value, long left, int depth) {
        if (depth > DEEPEST) {
            throw new UnsafeYamlException(
                    "nested deeper than " + DEEPEST + " levels when what aliases stand for is written out");
        }
        long rest = left - 1;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> each : map.entrySet()) {
                rest = rest < 0
                        ? rest
                        : rest(
                                each.getValue(),
                                rest - String.valueOf(each.getKey()).length(),
                                depth + 1);
            }
        } else if (value instanceof List<?> list) {
            for (Object each : list) {
                rest = rest < 0 ? rest : rest(each, rest, depth + 1);
            }
        } else {
            rest -= String.valueOf(value).length();
        }
        return rest;
    }

    private static void requireBounds(String yaml) {
        YamlBounds bounds = new YamlBounds();
        for (Event event : new Parse(SETTINGS).parseString(yaml)) {
            bounds.refuse(event).ifPresent(refusal -> {
                throw new UnsafeYamlException(line(event.getStartMark()) + refusal);
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
        return "a tag, alias or document that must not be there";
    }

    private static String place(MarkedYamlEngineException mistake) {
        return line(mistake.getProblemMark());
    }

    private static String line(Optional<Mark> mark) {
        return mark.map(at -> "line " + (at.getLine() + 1) + ": ").orElse("");
    }
}
