package org.ostiary.ejb.protocol;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was looked at when a request was refused. Whatever was sent is clipped and in printable ASCII, and of parameters
 * that may hold a secret, or something about a person, only the length is told.
 *
 * @param parameter the name of the parameter, as the specification has it
 * @param got what was sent, as far as it may be shown
 * @param expected what would be right
 */
public record Facts(String parameter, String got, String expected) {

    /** The longest {@code got}. */
    public static final int LONGEST_GOT = 100;

    private static final Set<String> SHOWN = Set.of(
            "client_id",
            "code_challenge_method",
            "display",
            "grant_type",
            "max_age",
            "prompt",
            "response_mode",
            "response_type",
            "scope",
            "token_type_hint");

    public Facts {
        got = ErrorText.of(got.length() <= LONGEST_GOT ? got : got.substring(0, LONGEST_GOT));
        expected = ErrorText.of(expected);
    }

    /** The facts about a parameter of a request. */
    public static Facts of(String parameter, RequestParameters parameters, String expected) {
        return new Facts(parameter, got(parameter, parameters.find(parameter)), expected);
    }

    /**
     * The facts about an address that is not a registered one; of what was sent not what may be secret, its query.
     *
     * @param whenNone what would be right where none is registered
     */
    public static Facts ofAddress(String parameter, String sent, Set<String> registered, String whenNone) {
        return new Facts(
                parameter,
                sent.replaceFirst("(?s)[?#].*", "?..."),
                Nearest.to(sent, registered.stream())
                        .map(nearest -> "a registered one, the nearest is " + nearest)
                        .orElse(whenNone));
    }

    /** The facts about a value that the client is not registered for. */
    public static Facts ofChoice(String parameter, String sent, Set<String> registered) {
        return new Facts(parameter, sent, "one of: " + String.join(", ", registered));
    }

    /** Whether {@code got} surely is what was sent, and neither clipped nor made printable, nor without its query. */
    public boolean gotIsWhole() {
        return got.length() < LONGEST_GOT && got.indexOf('?') < 0 && got.indexOf('\'') < 0;
    }

    private static String got(String parameter, Optional<String> value) {
        return value.map(sent -> shown(parameter, sent)).orElse("nothing");
    }

    /** What may be shown of a parameter: all of one that is no secret and about nobody, else how long it is. */
    public static String shown(String parameter, String sent) {
        return SHOWN.contains(parameter) ? sent : sent.length() + " characters";
    }

    /** The facts as a part of a sentence; null for none. */
    public static String text(@Nullable Facts facts) {
        return facts == null
                ? ""
                : "; parameter " + facts.parameter + ", got " + facts.got + ", expected " + facts.expected;
    }
}
