package org.ostiary.ejb.mail;

/** What a mail says: plain text. */
public record Letter(String subject, String text) {

    private static final String BETWEEN = "\n";

    /** Both in one text, for the outbox. */
    String joined() {
        return subject + BETWEEN + text;
    }

    static Letter of(String joined) {
        int end = joined.indexOf(BETWEEN);
        return new Letter(joined.substring(0, end), joined.substring(end + BETWEEN.length()));
    }

    /** Without the text, which may hold a link that opens an account. */
    @Override
    public String toString() {
        return "Letter[" + subject + "]";
    }
}
