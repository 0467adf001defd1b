package org.ostiary.web.page;

import java.util.regex.Pattern;

/**
 * Makes a text that somebody else chose fit to be shown to a person who must decide by it: one line, at most 100
 * characters, without control characters and without the marks that turn the direction of writing. Escaping is the page's.
 */
public final class DisplayText {
    private static final int LONGEST = 100;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    // The direction marks, embeddings, overrides and isolates; joiners stay, some scripts need them.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\p{Cs}\\p{Co}]");

    private DisplayText() {}

    /** The text in one line, clipped with an ellipsis; empty when nothing visible is left. */
    public static String of(String text) {
        String line = SPACES.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }

    /** The text in one line, or the other text where nothing visible is left of it. */
    public static String of(String text, String otherwise) {
        String line = of(text);
        return line.isEmpty() ? of(otherwise) : line;
    }
}
