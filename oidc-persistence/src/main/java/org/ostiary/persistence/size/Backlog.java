package org.ostiary.persistence.size;

/** What waits to be done by a timer. */
public enum Backlog {
    SEALING("sealing", "SELECT COUNT(*), MIN(happened_at) FROM audit_record WHERE seal_position IS NULL"),
    MAIL("mail", "SELECT COUNT(*), MIN(created_at) FROM outgoing_mail WHERE next_at IS NOT NULL"),
    LOGOUT("logout", "SELECT COUNT(*), MIN(created_at) FROM logout_delivery WHERE next_at IS NOT NULL");

    private final String what;
    private final String question;

    Backlog(String what, String question) {
        this.what = what;
        this.question = question;
    }

    public String what() {
        return what;
    }

    String question() {
        return question;
    }
}
