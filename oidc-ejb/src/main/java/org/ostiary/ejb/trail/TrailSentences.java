package org.ostiary.ejb.trail;

import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.audit.AuditRecord;

/**
 * A sentence for each record, made of the event's own in {@code sentences.properties} and of what the record holds:
 * {@code {actor}} did it, {@code {who}} is the account, {@code {client}} the application, {@code {why}} the reason or the rule.
 */
final class TrailSentences {

    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle(
            TrailSentences.class.getPackageName() + ".sentences", Locale.ROOT, TrailSentences.class.getClassLoader());

    private static final String ADMINISTRATION = "admin_";

    private TrailSentences() {}

    /**
     * The sentence.
     *
     * @param accountName null where it is not known any more; the identifier stands for it then
     */
    static String of(AuditRecord noted, @Nullable String accountName) {
        String account = noted.accountId();
        String who = accountName != null ? accountName : account != null ? "account " + account : "somebody";
        String why = Objects.requireNonNullElse(noted.reason(), Objects.requireNonNullElse(noted.rule(), ""));
        String sentence = pattern(noted)
                .replace("{client}", Objects.requireNonNullElse(noted.clientId(), "no application"))
                .replace("{who}", who)
                .replace("{actor}", Objects.requireNonNullElse(noted.actor(), "somebody"))
                .replace("{why}", why);
        String tidy = sentence.replace(": .", ".").replace(" ().", ".");
        return Character.toUpperCase(tidy.charAt(0)) + tidy.substring(1);
    }

    /** Whether the event has a sentence of its own. */
    static boolean has(String event) {
        return SENTENCES.containsKey(event) || event.startsWith(ADMINISTRATION);
    }

    private static String pattern(AuditRecord noted) {
        String event = noted.event();
        if (SENTENCES.containsKey(event)) {
            return SENTENCES.getString(event);
        }
        return event.startsWith(ADMINISTRATION)
                ? ofAdministration(noted)
                : event.replace('_', ' ') + " for {who} at {client}: {why}.";
    }

    /** There are many operations, and each is named by what it does. */
    private static String ofAdministration(AuditRecord noted) {
        return "The administration was used by {actor}: "
                + noted.event().substring(ADMINISTRATION.length()).replace('_', ' ')
                + (noted.accountId() == null ? "" : ", of {who}")
                + (noted.clientId() == null ? "" : ", of {client}")
                + (noted.reason() == null ? "." : ": {why}.");
    }
}
