package org.ostiary.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ostiary.ejb.language.Language;

class SiteTest {
    private final Site below =
            new Site("example.org", "/id", "/assets/ostiary.css?v=1", "/assets/wap.css?v=2", "/assets/webauthn.js?v=3");
    private final Site atRoot =
            new Site("id.example.org", "", "/assets/ostiary.css?v=1", "/assets/wap.css?v=2", "/assets/webauthn.js?v=3");

    @Test
    void keepsPeopleBelowTheIssuersPath() {
        assertThat(below.path("/login.xhtml")).isEqualTo("/id/login.xhtml");
        assertThat(below.home()).isEqualTo("/id/");
        assertThat(below.stylesheet()).isEqualTo("/id/assets/ostiary.css?v=1");
        assertThat(atRoot.path("/login.xhtml")).isEqualTo("/login.xhtml");
        assertThat(atRoot.home()).isEqualTo("/");
    }

    @Test
    void takesTheLanguageOfThePageAlong() {
        Reader.during(() -> Language.GERMAN, () -> {
            assertThat(below.onward("/logout.xhtml")).isEqualTo("/id/logout.xhtml?ui_locales=de");
            assertThat(atRoot.onward("/account")).isEqualTo("/account?ui_locales=de");
        });
        Reader.during(
                () -> Language.ARABIC,
                () -> assertThat(atRoot.onward("/account")).isEqualTo("/account?ui_locales=ar"));
    }

    @Test
    void recognisesAPathWithAndWithoutTheIssuersOwn() {
        assertThat(below.withoutRoot("/id/api/x")).isEqualTo("/api/x");
        assertThat(below.withoutRoot("/api/x")).isEqualTo("/api/x");
        assertThat(below.withoutRoot("/idea")).isEqualTo("/idea");
        assertThat(atRoot.withoutRoot("/api/x")).isEqualTo("/api/x");
    }
}
