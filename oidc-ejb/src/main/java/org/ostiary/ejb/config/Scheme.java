package org.ostiary.ejb.config;

import java.util.List;
import java.util.Locale;

/** What the pages look like by day and by night, as far as an operator's colour must be readable on it. */
@SuppressWarnings("ImmutableEnumChecker") // A record and a List.of are immutable.
enum Scheme {
    LIGHT(Colour.BLACK, "#ffffff", "#f5f8fc", "#eef1f5"),
    DARK(Colour.WHITE, "#171e27", "#1d2631", "#0e1319");

    /** WCAG 2.2, success criterion 1.4.3. */
    private static final double LEAST = 4.5;

    private static final double STEP = 0.02;
    private static final double DEEPER = 0.25;

    private final Colour away;
    private final List<String> grounds;

    Scheme(Colour away, String... grounds) {
        this.away = away;
        this.grounds = List.of(grounds);
    }

    /** What the style sheet puts below words and buttons. */
    List<String> grounds() {
        return grounds;
    }

    /** What is wrong with the colour for words and buttons, and which one near it would do; empty when nothing is. */
    String refusal(Colour accent) {
        if (worst(accent) >= LEAST) {
            return "";
        }
        double share = 0;
        Colour near = accent;
        while (worst(near) < LEAST) {
            share += STEP;
            near = accent.mixed(away, share);
        }
        return String.format(
                Locale.ROOT,
                "has a contrast of %.2f to the ground of the pages in the %s scheme, where 4.5 is needed"
                        + " (WCAG 2.2, success criterion 1.4.3); %s would do",
                worst(accent),
                name().toLowerCase(Locale.ROOT),
                near.text());
    }

    /** The same colour under a pointer. */
    Colour deeper(Colour accent) {
        return accent.mixed(away, DEEPER);
    }

    private double worst(Colour accent) {
        return grounds.stream()
                .map(ground -> Colour.parse(ground).orElseThrow())
                .mapToDouble(accent::contrast)
                .min()
                .orElseThrow();
    }
}
