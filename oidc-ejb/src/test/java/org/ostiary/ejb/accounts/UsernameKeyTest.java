package org.ostiary.ejb.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameKeyTest {

    @ParameterizedTest
    @DisplayName("Names that differ in case, width or composition only are one")
    @CsvSource({
        "ada, Ada",
        "ada, ＡＤＡ",
        "straße, STRASSE",
        "ﬁona, Fiona",
        "σίσυφος, ΣΊΣΥΦΟΣ",
        "σίσυφοσ, σίσυφος",
        "ⅷ, viii",
        "㎏, KG",
        "Kelvin, kelvin",
        "istanbul, ISTANBUL",
        "'john ', ' john'",
        "john\u00A0, john",
    })
    void joins(String one, String other) {
        assertThat(UsernameKey.of(one)).isEqualTo(UsernameKey.of(other));
    }

    @Test
    void joinsComposedAndDecomposedLetters() {
        assertThat(UsernameKey.of("\u00e9lise")).isEqualTo(UsernameKey.of("e\u0301lise"));
        assertThat(UsernameKey.of("\u1e69")).isEqualTo(UsernameKey.of("s\u0307\u0323"));
    }

    @ParameterizedTest
    @CsvSource({"ada, adа", "élise, elise", "john doe, johndoe", "o, 0", "山田, 山本"})
    void keepsOthersApart(String one, String other) {
        assertThat(UsernameKey.of(one)).isNotEqualTo(UsernameKey.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Straße", "ΣΊΣΥΦΟΣ", "İstanbul", "ﷺ", "ŉ", "ǰ", "ᾳ", "ﬆ", "a@b.example", "ϓ", "ͅa"})
    @DisplayName("The key of a key is the key")
    void isStable(String username) {
        String key = UsernameKey.of(username);
        assertThat(UsernameKey.of(key)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n",
                "\u00A0",
                "a\u0000b",
                "a\nb",
                "a\u200Bb",
                "a\u202Eb",
                "a\u00ADb",
                "a\uFEFFb",
                "a\u2028b",
                "a\uD834",
                "a\uE000",
                "a\u0378",
                "\u007F",
                "a\u0085b"
            })
    void refusesWhatCannotBeSeen(String username) {
        assertThatThrownBy(() -> UsernameKey.of(username)).isInstanceOf(UnusableUsernameException.class);
        assertThat(UsernameKey.find(username)).isEmpty();
    }

    @Test
    void refusesMoreThan100Characters() {
        assertThat(UsernameKey.of("a".repeat(100))).hasSize(100);
        assertThatThrownBy(() -> UsernameKey.of("a".repeat(101))).hasMessage("has more than 100 characters");
        assertThatThrownBy(() -> UsernameKey.of("𝄞".repeat(51))).isInstanceOf(UnusableUsernameException.class);
    }

    @Test
    void refusesANameWhoseNormalFormIsTooLong() {
        assertThatThrownBy(() -> UsernameKey.of("ﷺ".repeat(100))).hasMessageContaining("normal form");
    }

    @Test
    void findsWhatAPersonTyped() {
        assertThat(UsernameKey.find(" Ada ")).contains("ada");
    }
}
