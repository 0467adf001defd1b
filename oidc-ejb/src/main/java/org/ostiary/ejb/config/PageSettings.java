package org.ostiary.ejb.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.language.Language;

/**
 * How the pages look and read. What is null is as it comes with the archive, or not there.
 *
 * @param language for whoever wishes none that there are words in
 * @param name what the pages call this server
 * @param logo a picture beside the name
 * @param light of buttons and links by day
 * @param dark the same by night
 * @param support the link to whoever helps people, an address of a web page or of mail
 * @param privacy the link to how data are treated
 * @param terms the link to the terms of use
 * @param texts words of the operator's own, in English; siblings have those in other languages
 */
public record PageSettings(
        Language language,
        @Nullable String name,
        @Nullable Path logo,
        @Nullable Accent light,
        @Nullable Accent dark,
        @Nullable String support,
        @Nullable String privacy,
        @Nullable String terms,
        @Nullable Path texts) {

    /** Without a word from the operator. */
    public static final PageSettings STANDARD =
            new PageSettings(Language.ENGLISH, null, null, null, null, null, null, null, null);
}
