package org.ostiary.ejb.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The form in which usernames are compared, so that names which people cannot tell apart by case, width or composition
 * are one account: Unicode compatibility composition (NFKC) and folded case, without blanks at the ends.
 */
public final class UsernameKey {

    /** Most characters (UTF-16 units) of a username. */
    public static final int MAXIMUM_USERNAME = 100;

    /** Most characters of a key: a username may grow when it is normalised. */
    public static final int MAXIMUM_KEY = 200;

    private UsernameKey() {}

    /**
     * The key of a username.
     *
     * @throws UnusableUsernameException when it is empty, too long, or has characters that cannot be seen
     */
    public static String of(String username) {
        String name = username.strip();
        if (name.isEmpty()) {
            throw new UnusableUsernameException("is empty");
        }
        if (name.length() > MAXIMUM_USERNAME) {
            throw new UnusableUsernameException("has more than " + MAXIMUM_USERNAME + " characters");
        }
        if (name.codePoints().anyMatch(UsernameKey::cannotBeSeen)) {
            throw new UnusableUsernameException("has a control character or another that cannot be seen");
        }
        String key = fold(name);
        if (key.isEmpty() || key.length() > MAXIMUM_KEY) {
            throw new UnusableUsernameException("is empty or too long in its normal form");
        }
        return key;
    }

    /** The key of what someone typed; empty when no account can have that name. */
    public static Optional<String> find(String username) {
        try {
            return Optional.of(of(username));
        } catch (UnusableUsernameException nobody) {
            return Optional.empty();
        }
    }

    /** Upper case first, because it joins what lower case keeps apart (ß and ss). Repeated, because folding can decompose. */
    private static String fold(String name) {
        String before = name;
        String folded = foldOnce(name);
        while (!folded.equals(before)) {
            before = folded;
            folded = foldOnce(folded);
        }
        return folded;
    }

    private static String foldOnce(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String lower = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC).strip();
    }

    private static boolean cannotBeSeen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
