package org.ostiary.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
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
                "reset.alert.too_short", "{0} at least");
        assertThat(OwnWords.usable(words, Language.ENGLISH)).containsOnlyKeys("login.title", "reset.alert.too_short");
    }
}
