package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.language.Language;

/** How an operator's pages look and read. */
class PagesConfigurationTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default-language|pt|must be one of: en, de, fr, es, ar",
                "name|a\u202Eb|must be a name",
                "accent|blue|must be a colour like #1a56b0",
                "accent|#12345|must be a colour like #1a56b0",
                "support|http://help.example.org|must be an https address, or an email address",
                "support|help@example.org?cc=x@y.test|must be an https address, or an email address",
                "privacy|javascript:alert(1)|must be an https address",
                "privacy|https://user@example.org/|must be an https address",
                "terms|/terms|must be an https address",
                "logo|~/logo.png|must be written out"
            })
    void refuses(String key, String text, String because) {
        assertThat(Configuration.smallest()
                        .with("oidc.pages." + key, text)
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("oidc.pages." + key + " = ")
                .contains(because);
    }

    @Test
    @DisplayName("WCAG 2.2, 1.4.3: a colour that nobody could read is refused, with its contrast and one that would do")
    void refusesColoursThatNobodyCanRead() {
        assertThat(Configuration.smallest()
                        .with("oidc.pages.accent", "#e8833a")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .contains("has a contrast of 2.", "in the light scheme", "4.5 is needed", " would do");
        assertThat(Configuration.smallest()
                        .with("oidc.pages.accent-dark", "#1a56b0")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .contains("in the dark scheme");
    }

    @ParameterizedTest
    @EnumSource
    void namesAColourThatWouldDo(Scheme scheme) {
        String refusal = scheme.refusal(
                Colour.parse("#8a8a8a").orElseThrow().mixed(Colour.BLACK, scheme == Scheme.DARK ? 0.6 : 0));
        String offered = refusal.replaceAll(".*; (#[0-9a-f]{6}) would do", "$1");
        assertThat(scheme.refusal(Colour.parse(offered).orElseThrow())).isEmpty();
    }

    @Test
    @DisplayName("WCAG 2.2, definition of contrast ratio: 21 between black and white, 1 between like and like")
    void computesContrast() {
        assertThat(Colour.BLACK.contrast(Colour.WHITE)).isCloseTo(21, Offset.offset(0.001));
        assertThat(Colour.WHITE.contrast(Colour.WHITE)).isCloseTo(1, Offset.offset(0.001));
        assertThat(Colour.parse("#767676").orElseThrow().contrast(Colour.WHITE)).isCloseTo(4.54, Offset.offset(0.01));
    }

    @ParameterizedTest
    @DisplayName("The grounds that colours are judged on are those of the style sheet, and its own colours pass")
    @EnumSource
    void judgesWhatTheStyleSheetShows(Scheme scheme) throws IOException {
        String styles = Files.readString(Path.of("../oidc-web/src/main/webapp/assets/ostiary.css"));
        int dark = styles.indexOf("@media (prefers-color-scheme: dark)");
        String part = scheme == Scheme.LIGHT ? styles.substring(0, dark) : styles.substring(dark, dark + 800);
        for (String name : new String[] {"card", "soft", "ground"}) {
            assertThat(scheme.grounds()).contains(value(part, name));
        }
        assertThat(scheme.refusal(Colour.parse(value(part, "accent")).orElseThrow()))
                .isEmpty();
    }

    private static String value(String styles, String name) {
        int at = styles.indexOf("--" + name + ": ") + name.length() + 4;
        return styles.substring(at, at + 7);
    }

    @ParameterizedTest
    @DisplayName("A logo is what its first bytes say; what may hold a script is none")
    @CsvSource({"89504e470d0a1a0a00, image/png", "ffd8ffe000, image/jpeg", "524946460000000057454250, image/webp"})
    void readsPictures(String hex, String type) throws IOException {
        Path file = Files.write(directory.resolve("logo.svg"), HexFormat.of().parseHex(hex));
        assertThat(LogoFile.read(file).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<?xml version='1.0'?>",
                "GIF89a",
                "RIFF----WAVE"
            })
    void readsNothingElse(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("logo.png"), content);
        assertThatThrownBy(() -> LogoFile.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void readsNoLargePicture() throws IOException {
        byte[] large = new byte[128 * 1024 + 1];
        byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a");
        System.arraycopy(png, 0, large, 0, png.length);
        Path file = Files.write(directory.resolve("logo.png"), large);
        assertThatThrownBy(() -> LogoFile.read(file)).hasMessageContaining("128 kB");
    }

    @Test
    void readsTextsInTheLanguagesThatHaveAFile() throws IOException {
        Files.writeString(directory.resolve("own.properties"), "login.title=Welcome");
        Files.writeString(directory.resolve("own_de.properties"), "login.title=Grüß Gott");
        assertThat(OwnTexts.read(directory.resolve("own.properties")).words())
                .isEqualTo(Map.of(
                        Language.ENGLISH, Map.of("login.title", "Welcome"),
                        Language.GERMAN, Map.of("login.title", "Grüß Gott")));
    }

    @Test
    void readsNoTextsThatAreNotThereOrNotUtf8() throws IOException {
        assertThatThrownBy(() -> OwnTexts.read(directory.resolve("own.properties")))
                .isInstanceOf(IOException.class);
        Files.write(directory.resolve("own.properties"), "a=\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> OwnTexts.read(directory.resolve("own.properties")))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oidc.pages.logo", "oidc.pages.texts"})
    void stopsTheStartForAFileThatIsNotThere(String key) {
        ConfigurationReport report = StartConditions.check(Configuration.smallest()
                .with("oidc.data-directory", directory.toString())
                .with(key, directory.resolve("nothing").toString())
                .report());
        assertThat(report.mistakes()).singleElement().asString().startsWith(key + " = ");
    }
}
