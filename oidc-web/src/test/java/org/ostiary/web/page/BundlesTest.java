package org.ostiary.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ostiary.ejb.language.Language;

/** All words exist in all languages; read from the sources, since a loaded bundle hides what is missing behind English. */
class BundlesTest {

    private static final Path PAGES = Path.of("src/main/resources/org/ostiary/web");
    private static final Path LETTERS = Path.of("../oidc-ejb/src/main/resources/org/ostiary/ejb/mail");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(,choice)?");

    /** Words that another language writes like English. */
    private static final Set<String> THE_SAME = Set.of(
            "de factor.name: Name",
            "de profile.name: Name",
            "de factor.code: Code",
            "es error.prefix: Error",
            "fr account.section.applications: Applications",
            "de sessions.told.line: {0} – {1}",
            "fr sessions.told.line: {0} – {1}",
            "es sessions.told.line: {0} – {1}");

    static Stream<Arguments> bundles() {
        return Stream.of(
                        PAGES.resolve("texts"),
                        PAGES.resolve("scopes"),
                        PAGES.resolve("claims"),
                        LETTERS.resolve("letters"))
                .flatMap(bundle -> Stream.of(Language.values())
                        .filter(language -> language != Language.ENGLISH)
                        .map(language -> Arguments.of(bundle, language)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void haveTheSameKeys(Path bundle, Language language) {
        assertThat(words(bundle, language).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        words(bundle, Language.ENGLISH).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void haveTheSamePlaceholders(Path bundle, Language language) {
        Map<String, String> words = words(bundle, language);
        assertThat(words(bundle, Language.ENGLISH))
                .allSatisfy((key, english) -> assertThat(placeholders(words.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(english)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void areTranslated(Path bundle, Language language) {
        Map<String, String> english = words(bundle, Language.ENGLISH);
        assertThat(words(bundle, language).entrySet())
                .filteredOn(word -> word.getValue().equals(english.get(word.getKey())))
                .extracting(word -> language.tag() + " " + word.getKey() + ": " + word.getValue())
                .isSubsetOf(THE_SAME);
    }

    @ParameterizedTest
    @DisplayName("A straight apostrophe would swallow placeholders; only patterns of moments have some")
    @MethodSource("bundles")
    void haveNoStraightApostrophe(Path bundle, Language language) {
        assertThat(words(bundle, language))
                .allSatisfy(
                        (key, text) -> assertThat(text.contains("'")).as(key).isEqualTo(key.equals("moment")));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void canBeFilledIn(Path bundle, Language language) {
        Object[] values = {3, "b", "c", "d", "e", "f", "g", "h"};
        assertThat(words(bundle, language))
                .allSatisfy((key, text) -> assertThatCode(
                                () -> new MessageFormat(text, language.locale()).format(values))
                        .as(key)
                        .doesNotThrowAnyException());
        String moment = words(bundle, language).get("moment");
        if (moment != null) {
            assertThat(DateTimeFormatter.ofPattern(moment, language.locale())
                            .format(Instant.EPOCH.atOffset(ZoneOffset.UTC)))
                    .contains("1970", "00:00", "1");
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                // A form of the plural may do without its number.
                .map(found -> found.endsWith("choice") ? found.substring(0, 2) : found)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> words(Path bundle, Language language) {
        String suffix = language == Language.ENGLISH ? "" : "_" + language.tag();
        Path file = bundle.resolveSibling(bundle.getFileName() + suffix + ".properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (MalformedInputException notUtf8) {
            throw new AssertionError(file + " is not UTF-8", notUtf8);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
        Map<String, String> words = new TreeMap<>();
        properties.forEach((key, text) -> words.put(key.toString(), text.toString()));
        return words;
    }
}
