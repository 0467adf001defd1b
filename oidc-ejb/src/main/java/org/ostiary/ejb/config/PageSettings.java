package org.ostiary.ejb.config;

import org.ostiary.ejb.language.Language;

/**
 * How the pages look and read.
 *
 * @param language for whoever wishes none that there are words in
 */
public record PageSettings(Language language) {

    /** Without a word from the operator. */
    public static final PageSettings STANDARD = new PageSettings(Language.ENGLISH);
}
