package org.ostiary.web.console;

import java.util.Locale;

/** The parts of the navigation, in its order. The word {@code section.<name>} names each. */
public enum Section {
    OVERVIEW(Place.SHOW_OVERVIEW),
    ACCOUNTS(Place.LIST_ACCOUNTS),
    CLIENTS(Place.LIST_CLIENTS),
    DEFINITIONS(Place.LIST_DEFINITIONS),
    DELIVERIES(Place.LIST_DELIVERIES),
    REFUSALS(Place.SHOW_REFUSAL),
    PREVIEWS(Place.DRY_RUN),
    AUDIT(Place.LIST_AUDIT),
    KEYS(Place.LIST_KEYS),
    JOBS(Place.LIST_JOBS),
    CONFIGURATION(Place.SHOW_CONFIGURATION);

    private final Place first;

    Section(Place first) {
        this.first = first;
    }

    /** The address, from the root of the issuer. */
    public String path() {
        return "/admin" + first.path();
    }

    /** The name that views use. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the navigation calls it. */
    public String title() {
        return ConsoleWords.word("section." + key());
    }
}
