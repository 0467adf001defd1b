package org.ostiary;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each pattern of the house looks at each character of a long text a few times, whatever the text: counted, not timed. */
class SlowMatchersTest {

    private static final int LENGTH = 8_000;
    private static final int LONG = 100_000;

    /** Looks at a character; a pattern that begins anew at each character looks a thousand times. */
    private static final int LOOKS = 150;

    /** What is repeated, and how the text ends: so that a match is nearly there and fails. */
    private static final List<String> REPEATED = List.of(
            "a",
            "A",
            "0",
            "1",
            ".",
            "a.",
            "-",
            "a-",
            " ",
            "a ",
            "/",
            "/a",
            "://",
            "//",
            "%",
            "%2",
            "\"",
            "\\",
            "@",
            "a@",
            ":",
            "=",
            "{",
            "${",
            "[",
            "(",
            "-----BEGIN ",
            "\t",
            "\r\n",
            "1h",
            "127.",
            "::",
            "'",
            ",",
            ";",
            "&",
            "\u00e4",
            "\u202e",
            "\ud83d\ude00");

    private static final List<String> ENDS = List.of("", "!", "\n", "\u0000");

    @Test
    @DisplayName("W21: no text of 8 kB, which is the longest parameter, keeps a pattern busy")
    void looksAFewTimes() {
        SoftAssertions all = new SoftAssertions();
        Map<String, Pattern> patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(50);
        patterns.forEach((name, pattern) -> {
            long most = 0;
            String worst = "";
            for (String repeated : REPEATED) {
                for (String end : ENDS) {
                    String text = repeated.repeat(LENGTH / repeated.length()) + end;
                    long looks = looks(pattern, text);
                    if (looks > most) {
                        most = looks;
                        worst = repeated;
                    }
                }
            }
            all.assertThat(most).as("looks of %s at '%s'", name, worst).isLessThan((long) LENGTH * LOOKS);
        });
        all.assertAll();
    }

    @Test
    @DisplayName("W21: nor does one of 100 kB, as files that are imported may hold, nor does it nest calls too deeply")
    void readsLongOnes() {
        SoftAssertions all = new SoftAssertions();
        patterns().forEach((name, pattern) -> {
            for (String repeated : REPEATED) {
                String text = repeated.repeat(LONG / repeated.length()) + "!";
                all.assertThat(looks(pattern, text))
                        .as("looks of %s at '%s'", name, repeated)
                        .isLessThan((long) LONG * LOOKS);
            }
        });
        all.assertAll();
    }

    @Test
    @DisplayName("W21: this test is able to fail")
    void findsASlowOne() {
        String text = "a".repeat(LENGTH);
        assertThat(looks(Pattern.compile("a*a*b"), text)).isGreaterThan((long) LENGTH * LOOKS);
        assertThat(looks(Pattern.compile("(a|b)*!"), text)).isGreaterThan((long) LENGTH * LOOKS);
    }

    private static long looks(Pattern pattern, String text) {
        Counted counted = new Counted(text, new AtomicLong());
        try {
            boolean unused = pattern.matcher(counted).matches();
        } catch (TooMany given) {
            // As many as were counted.
        } catch (StackOverflowError deep) {
            return Long.MAX_VALUE;
        }
        return counted.looks().get();
    }

    private static Map<String, Pattern> patterns() {
        Map<String, Pattern> patterns = new TreeMap<>();
        new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("org.ostiary.persistence", "org.ostiary.ejb", "org.ostiary.web")
                        .stream()
                        .flatMap(each -> each.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(Pattern.class))
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .forEach(field -> patterns.put(field.getFullName(), value(field)));
        return patterns;
    }

    private static Pattern value(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            return (Pattern) reflected.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends a match that would go on for ever. */
    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Counted(CharSequence text, AtomicLong looks) implements CharSequence {
        private static final long MOST = 20_000_000;

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (looks.incrementAndGet() > MOST) {
                throw new TooMany();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
