package org.ostiary.ejb.consent;

import java.util.Set;

/** A decision as an auditor reads it: what was granted, and what was denied. */
public final class DecisionText {

    private static final int LONGEST = 2_000;

    private DecisionText() {}

    /** Both, by their names and with spaces between; clipped to what a record holds. */
    public static String of(Set<String> granted, Set<String> denied) {
        String yes = String.join(" ", granted);
        String no = denied.isEmpty() ? "" : "denied: " + String.join(" ", denied);
        String text = yes.isEmpty() || no.isEmpty() ? yes + no : yes + "; " + no;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
