package org.ostiary.web.page;

import java.util.Locale;

/** The pages of an account, in the order of their navigation. The text {@code account.section.<name>} names each. */
public enum AccountSection {
    PROFILE("/account"),
    PASSWORD("/account/password"),
    FACTORS("/account/factors"),
    SESSIONS("/account/sessions"),
    APPLICATIONS("/account/applications"),
    ACTIVITY("/account/activity"),
    LANGUAGE("/account/language");

    private final String path;

    AccountSection(String path) {
        this.path = path;
    }

    /** The address, from the root of the issuer. */
    public String path() {
        return path;
    }

    /** What the navigation calls it. */
    public String title() {
        return Texts.text("account.section." + key());
    }

    /** The name that views and texts use. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
