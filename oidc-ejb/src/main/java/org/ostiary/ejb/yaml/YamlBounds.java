package org.ostiary.ejb.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.Event;

/**
 * Follows a YAML text before anything is built of it, because building is recursive and hashes the keys: nested deep or
 * with nested aliases in a key, a small text would stop the server.
 */
final class YamlBounds {

    static final int MAXIMUM_DEPTH = 20;
    static final int MAXIMUM_ALIASES = 10_000;

    /** What is open around the next event, the innermost first: what a map expects next, or an entry of a list. */
    private enum Expected {
        KEY,
        VALUE,
        ENTRY
    }

    private final Deque<Expected> open = new ArrayDeque<>();
    private int aliases;

    /** What is wrong with the text at this event; empty when nothing is. */
    Optional<String> refuse(Event event) {
        return Optional.ofNullable(
                switch (event.getEventId()) {
                    case Scalar -> node(true);
                    case Alias -> alias();
                    case MappingStart -> start(Expected.KEY);
                    case SequenceStart -> start(Expected.ENTRY);
                    case MappingEnd, SequenceEnd -> end();
                    default -> null;
                });
    }

    private @Nullable String node(boolean scalar) {
        Expected expected = open.peek();
        if (expected == Expected.KEY && !scalar) {
            return "a key that is not one text";
        }
        if (expected == Expected.KEY || expected == Expected.VALUE) {
            open.pop();
            open.push(expected == Expected.KEY ? Expected.VALUE : Expected.KEY);
        }
        return null;
    }

    private @Nullable String alias() {
        aliases++;
        return aliases > MAXIMUM_ALIASES ? "more than " + MAXIMUM_ALIASES + " aliases" : node(false);
    }

    private @Nullable String start(Expected first) {
        String refusal = node(false);
        open.push(first);
        return open.size() > MAXIMUM_DEPTH ? "nested deeper than " + MAXIMUM_DEPTH + " levels" : refusal;
    }

    private @Nullable String end() {
        open.pop();
        return null;
    }
}
