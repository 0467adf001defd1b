package org.ostiary.ejb.factor;

import java.util.Optional;

/** A code as people type it: with spaces, or digits of another script. */
public final class CodeText {

    private static final int LONGEST = 40;

    private CodeText() {}

    /** What may be a recovery code; empty for what cannot be one. */
    public static Optional<String> recoveryCode(String typed) {
        return typed.length() <= LONGEST && typed.replaceAll("[\\s-]", "").matches("[A-Za-z2-7]{12}")
                ? Optional.of(typed)
                : Optional.empty();
    }

    /** The six digits; empty for what no app shows, and so is no try either. */
    public static Optional<String> sixDigits(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < typed.length(); at++) {
            char each = typed.charAt(at);
            if (Character.isDigit(each)) {
                digits.append(Character.digit(each, 10));
            } else if (!Character.isWhitespace(each) && !Character.isSpaceChar(each) && each != '-') {
                return Optional.empty();
            }
        }
        return digits.length() == 6 ? Optional.of(digits.toString()) : Optional.empty();
    }
}
