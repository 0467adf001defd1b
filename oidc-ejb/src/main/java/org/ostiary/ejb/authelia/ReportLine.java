package org.ostiary.ejb.authelia;

/**
 * What became of an option. No line has a value that may be secret.
 *
 * @param option where it stands
 * @param text the key that it has here, or why it has none and what to do
 */
public record ReportLine(Fate fate, String option, String text) {

    /** As it is printed. */
    String print() {
        return fate.word() + ": " + option + ": " + text;
    }
}
