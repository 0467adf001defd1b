package org.ostiary.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ostiary.ejb.language.Language;

class TextsTest {

    private static String in(Language language, Supplier<String> what) {
        List<String> said = new ArrayList<>();
        Reader.during(() -> language, (Reader.Work<RuntimeException, RuntimeException>) () -> said.add(what.get()));
        return said.get(0);
    }

    @Test
    void speakTheLanguageOfTheirReader() {
        assertThat(in(Language.GERMAN, () -> Texts.text("login.password"))).isEqualTo("Passwort");
        assertThat(in(Language.ARABIC, () -> Texts.text("login.password"))).isEqualTo("كلمة المرور");
        assertThat(Texts.text("login.password")).isEqualTo("Password");
    }

    @Test
    @DisplayName("What nobody wishes is English, whatever the server's own language")
    void doNotSpeakTheServersLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try {
            assertThat(in(Language.ENGLISH, () -> new Words("texts").word("login.password", Language.ENGLISH)))
                    .isEqualTo("Password");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @DisplayName("Arabic has a dual and two plurals")
    @CsvSource({"1, يوم واحد", "2, يومين", "3, 3 أيام", "10, 10 أيام", "11, 11 يومًا", "99, 99 يومًا", "100, 100 يوم"})
    void countInArabic(int days, String words) {
        assertThat(in(Language.ARABIC, () -> DurationText.of(Duration.ofDays(days))))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH|2 May 2026, 14:05 UTC",
                "GERMAN|2. Mai 2026, 14:05 UTC",
                "FRENCH|2 mai 2026 à 14:05 UTC",
                "SPANISH|2 de mayo de 2026, 14:05 UTC",
                "ARABIC|2 مايو 2026، 14:05 بالتوقيت العالمي"
            })
    void sayMoments(Language language, String words) {
        assertThat(in(language, () -> Moments.words(Instant.parse("2026-05-02T14:05:00Z"))))
                .isEqualTo(words);
    }

    @Test
    @DisplayName("UAX 9: a name in another direction of writing is isolated from the sentence around it")
    void isolateWhereDirectionsMeet() {
        assertThat(in(Language.ARABIC, () -> Texts.text("applications.granted", "App (1)")))
                .isEqualTo("سُمح به في \u2068App (1)\u2069");
        assertThat(Texts.text("applications.granted", "تطبيق")).isEqualTo("Allowed on \u2068تطبيق\u2069");
        assertThat(Texts.text("applications.granted", "App")).isEqualTo("Allowed on App");
    }

    @Test
    void tellProgramsInEnglish() {
        assertThat(in(Language.GERMAN, () -> Texts.english("error.404.message")))
                .isEqualTo("Check that the address was copied completely.");
    }

    @Test
    void askForTheLanguageOnceAndOnlyWhenNeeded() {
        List<String> asked = new ArrayList<>();
        Supplier<Language> source = () -> {
            asked.add("asked");
            return Language.FRENCH;
        };
        Reader.during(source, (Reader.Work<RuntimeException, RuntimeException>) () -> {});
        assertThat(asked).isEmpty();
        Reader.during(source, (Reader.Work<RuntimeException, RuntimeException>) () -> {
            Texts.text("login.title");
            Texts.text("login.title");
        });
        assertThat(asked).hasSize(1);
        assertThat(Reader.language()).isEqualTo(Language.ENGLISH);
    }
}
