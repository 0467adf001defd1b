package org.ostiary.web.account;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ostiary.ejb.account.ProfileService;
import org.ostiary.web.page.Texts;

/** A language to choose. */
public record LanguageChoice(String tag, String name, boolean chosen) {

    static List<LanguageChoice> all(String chosen) {
        LanguageChoice browsers = new LanguageChoice("", Texts.text("language.browser"), chosen.isEmpty());
        return Stream.concat(
                        Stream.of(browsers),
                        ProfileService.LANGUAGES.stream()
                                .map(tag -> new LanguageChoice(
                                        tag, nameOf(Locale.forLanguageTag(tag)), tag.equals(chosen))))
                .toList();
    }

    private static String nameOf(Locale language) {
        return language.getDisplayName(language);
    }
}
