package org.ostiary.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.language.Language;

class OwnWordsTest {

    @AfterEach
    void forget() {
        Texts.prefer(Map.of());
    }

    @Test
    void countBeforeOurs() {
        Texts.prefer(Map.of(Language.ENGLISH, Map.of("login.title", "Welcome")));
        assertThat(Texts.text("login.title")).isEqualTo("Welcome");
        assertThat(Texts.text("login.password")).isEqualTo("Password");
    }

    @Test
    void areLeftOutWhereAPageCouldNotShowThem() {
        Map<String, String> words = Map.of(
                "login.title", "Welcome",
                "login.tilte", "Welcome",
                "setup.password.hint", "At least some characters",
                "password.alert.too_short", "At least {0} or {1}",
                "duration.days", "{0,choice,nonsense}",
                "mail.closing", "That is for letters",
                "reset.alert.too_short", "{0} at least");
        assertThat(OwnWords.usable(words, Language.ENGLISH)).containsOnlyKeys("login.title", "reset.alert.too_short");
    }

    @Test
    @DisplayName("No words of an operator make a page fail, whatever they are given")
    void areLeftOutWhereTheyWouldFail() {
        for (String odd : List.of("{oops}", "{", "a {0 b", "{0,choice,0#{bad|3#good}", "{0,number,'}", "{ }")) {
            for (String key : List.of("activity.factor_enrolled", "activity.tokens_issued", "duration.days")) {
                assertThat(OwnWords.usable(Map.of(key, odd), Language.ENGLISH))
                        .as(key + "=" + odd)
                        .isEmpty();
            }
        }
        assertThat(OwnWords.usable(Map.of("activity.factor_enrolled", "Don't panic"), Language.ENGLISH))
                .hasSize(1);
        assertThat(OwnWords.usable(Map.of("activity.tokens_issued", "{10} was given access."), Language.ENGLISH))
                .isEmpty();
    }

    @Test
    @DisplayName("What stands behind a single apostrophe is no placeholder, so nothing would be filled in")
    void areLeftOutWhereAnApostropheTakesAPlaceholder() {
        assertThat(OwnWords.usable(Map.of("reset.alert.too_short", "Can't be below {0}"), Language.ENGLISH))
                .isEmpty();
        assertThat(OwnWords.usable(Map.of("reset.alert.too_short", "Can''t be below {0}"), Language.ENGLISH))
                .hasSize(1);
    }

    @Test
    void writeMomentsByAPatternOfThem() {
        for (String odd : List.of("", "dd.MM.yyyy {0}", "nonsense", "d MMMM VV'", "'", "VV O e f")) {
            Map<String, String> words = OwnWords.usable(Map.of("moment", odd), Language.ENGLISH);
            if (!words.isEmpty()) {
                Texts.prefer(Map.of(Language.ENGLISH, words));
                assertThat(Moments.words(Instant.EPOCH)).as(odd).isNotBlank();
            }
        }
        assertThat(OwnWords.usable(Map.of("moment", "nonsense"), Language.ENGLISH))
                .isEmpty();
        assertThat(OwnWords.usable(Map.of("moment", "{0}"), Language.ENGLISH)).isEmpty();
        assertThat(OwnWords.usable(Map.of("moment", "dd.MM.yyyy HH:mm"), Language.GERMAN))
                .hasSize(1);
    }
}
