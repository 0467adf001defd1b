package org.ostiary.web.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of the pages, out of the three bundles of properties beside this package. */
public final class Texts {
    private static final ResourceBundle TEXTS = bundle("texts");
    private static final ResourceBundle SCOPES = bundle("scopes");
    private static final ResourceBundle CLAIMS = bundle("claims");

    private Texts() {}

    /**
     * A text of the pages, as it stands in the file.
     *
     * @param key must exist
     */
    public static String text(String key) {
        return TEXTS.getString(key);
    }

    /** A text of the pages with its {0}, {1}… filled in. */
    public static String text(String key, Object... values) {
        return new MessageFormat(text(key), Locale.ENGLISH).format(values);
    }

    /** Whether the pages have this text. */
    public static boolean has(String key) {
        return TEXTS.containsKey(key);
    }

    /** What a scope means for the person who is asked; empty for one that nobody described. */
    public static Optional<String> scope(String scope) {
        return SCOPES.containsKey(scope) ? Optional.of(SCOPES.getString(scope)) : Optional.empty();
    }

    /** What a claim is about, to stand after "See"; empty for one that nobody described. */
    public static Optional<String> claim(String claim) {
        return CLAIMS.containsKey(claim) ? Optional.of(CLAIMS.getString(claim)) : Optional.empty();
    }

    private static ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("org.ostiary.web." + name, Locale.ROOT, Texts.class.getClassLoader());
    }
}
