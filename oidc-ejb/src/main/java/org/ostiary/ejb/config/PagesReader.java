package org.ostiary.ejb.config;

import org.ostiary.ejb.language.Language;

/** Reads how the pages look and read. */
final class PagesReader {

    private final Settings settings;

    PagesReader(Settings settings) {
        this.settings = settings;
    }

    PageSettings read() {
        return new PageSettings(settings.choice(ServerKey.DEFAULT_LANGUAGE.key(), Language.values(), Language::tag));
    }
}
