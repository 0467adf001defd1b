package org.ostiary.web.account;

import java.util.List;
import java.util.stream.Stream;
import org.ostiary.ejb.language.Language;
import org.ostiary.web.page.Texts;

/** A language to choose. */
public record LanguageChoice(String tag, String name, boolean chosen) {

    static List<LanguageChoice> all(String chosen) {
        LanguageChoice browsers = new LanguageChoice("", Texts.text("language.browser"), chosen.isEmpty());
        return Stream.concat(
                        Stream.of(browsers),
                        Stream.of(Language.values())
                                .map(each -> new LanguageChoice(
                                        each.tag(), each.ownName(), each.tag().equals(chosen))))
                .toList();
    }
}
