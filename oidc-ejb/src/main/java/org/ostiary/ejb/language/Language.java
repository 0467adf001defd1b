package org.ostiary.ejb.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language of the pages and of mail, by its language tag (RFC 5646). All bundles of words exist in each of them. */
public enum Language {
    ENGLISH("en"),
    GERMAN("de"),
    FRENCH("fr"),
    SPANISH("es"),
    /** With the digits 0 to 9 also in sentences, because codes, addresses and moments beside them have these. */
    ARABIC("ar-u-nu-latn");

    private static final int LONGEST_HEADER = 500;

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    /** For example {@code de}. */
    public String tag() {
        return locale.getLanguage();
    }

    /** For numbers, plurals and the names of months. */
    public Locale locale() {
        return locale;
    }

    /** Whether it is written from right to left. */
    public boolean rightToLeft() {
        return this == ARABIC;
    }

    /** What it is called by those who speak it, as it stands alone. */
    public String ownName() {
        Locale plain = Locale.forLanguageTag(tag());
        String name = plain.getDisplayLanguage(plain);
        return name.substring(0, 1).toUpperCase(plain) + name.substring(1);
    }

    /** All tags, English first. */
    public static List<String> tags() {
        return Arrays.stream(values()).map(Language::tag).toList();
    }

    /** The one with exactly this tag. */
    public static Optional<Language> of(@Nullable String tag) {
        return Arrays.stream(values()).filter(each -> each.tag().equals(tag)).findFirst();
    }

    /** The first of these tags that there is a language for, also of another region: de for de-AT (RFC 4647, section 3.4). */
    public static Optional<Language> best(List<String> tags) {
        return lookup(
                tags.stream().map(Language::range).flatMap(Optional::stream).toList());
    }

    /**
     * The best for what a browser prefers (RFC 9110, section 12.5.4).
     *
     * @param header its Accept-Language; null, and what cannot be read, is no preference
     */
    public static Optional<Language> preferred(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            return lookup(LanguageRange.parse(header.strip()).stream()
                    .filter(range -> range.getWeight() > 0)
                    .toList());
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<LanguageRange> range(String tag) {
        try {
            return Optional.of(new LanguageRange(tag));
        } catch (IllegalArgumentException | IndexOutOfBoundsException noTag) {
            // The second is what the JDK says to a lonely hyphen.
            return Optional.empty();
        }
    }

    private static Optional<Language> lookup(List<LanguageRange> ranges) {
        return of(Locale.lookupTag(ranges, tags()));
    }
}
