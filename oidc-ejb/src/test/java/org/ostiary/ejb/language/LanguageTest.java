package org.ostiary.ejb.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @Test
    void areTheFiveThatAreAdvertised() {
        assertThat(Language.tags()).containsExactly("en", "de", "fr", "es", "ar");
    }

    @ParameterizedTest
    @DisplayName("RFC 4647, section 3.4: the first wish that can be met counts, whatever its region")
    @CsvSource({"de-AT, de", "pt-BR de fr, de", "xx-YY ar-EG, ar", "fr-CA-x-private en, fr", "DE, de"})
    void takesTheFirstWishThatCanBeMet(String wishes, String tag) {
        assertThat(Language.best(List.of(wishes.split(" "))).map(Language::tag)).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pt", "zz-ZZ", "-", "deutsch", "d", "*"})
    void meetsNoOtherWish(String wish) {
        assertThat(Language.best(List.of(wish))).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("RFC 9110, section 12.5.4: the quality of a preference counts, and 0 is a no")
    @CsvSource(
            delimiter = '|',
            value = {
                "de-CH,de;q=0.9,en;q=0.8|de",
                "en;q=0.5, fr;q=0.9|fr",
                "pt-BR, es;q=0.4|es",
                "de;q=0, ar|ar",
                "  es  |es"
            })
    void readsWhatBrowsersSend(String header, String tag) {
        assertThat(Language.preferred(header).map(Language::tag)).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "pt", "de;q=0", "de;q=x", ";;;", "-", "de\u0000", "ä"})
    void readsNothingElse(String header) {
        assertThat(Language.preferred(header)).isEmpty();
    }

    @Test
    void readsNoEndlessHeader() {
        assertThat(Language.preferred("de," + "pt,".repeat(200) + "fr")).isEmpty();
        assertThat(Language.preferred(null)).isEmpty();
    }

    @Test
    void callThemselvesByTheirOwnNames() {
        assertThat(Language.values())
                .extracting(Language::ownName)
                .containsExactly("English", "Deutsch", "Français", "Español", "العربية");
    }

    @Test
    void onlyArabicIsWrittenFromTheRight() {
        assertThat(Language.values()).filteredOn(Language::rightToLeft).containsExactly(Language.ARABIC);
    }
}
