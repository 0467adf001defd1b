package org.ostiary.ejb.protocol;

/** Text that may stand in {@code error_description} (RFC 6749, section 4.1.2.1). */
final class ErrorText {

    private ErrorText() {}

    /** The text with each character that the specification forbids replaced: a quotation mark by ', the rest by ?. */
    static String of(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().map(ErrorText::allowed).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static int allowed(int character) {
        if (character == '"') {
            return '\'';
        }
        return character >= 0x20 && character <= 0x7E && character != '\\' ? character : '?';
    }
}
