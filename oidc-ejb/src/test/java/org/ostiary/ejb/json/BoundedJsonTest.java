package org.ostiary.ejb.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\"a\":[1,2,{\"a\":null}],\"b\":\"\\u00e4\"} ",
                "{\"userinfo\":{\"email\":{\"essential\":true,\"values\":[\"x\"]}}}",
                "{\"a\":1e10}"
            })
    void takesObjects(String text) {
        assertThat(BoundedJson.isObject(text)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("W12: what is no object, or has a member twice, is refused")
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "\"a\"",
                "null",
                "{",
                "{}}",
                "{} {}",
                "{\"a\"}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":1}",
                "{\"b\":{\"a\":1,\"a\":1}}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":\"\t\"}",
                "{\"a\":1e}"
            })
    void refusesOtherTexts(String text) {
        assertThat(BoundedJson.isObject(text)).isFalse();
    }

    @Test
    @DisplayName("W12: ten levels and no more, objects or arrays")
    void refusesDeepTexts() {
        assertThat(BoundedJson.isObject(nested("{\"a\":", 10, "}"))).isTrue();
        assertThat(BoundedJson.isObject(nested("{\"a\":", 11, "}"))).isFalse();
        assertThat(BoundedJson.isObject("{\"a\":" + nested("[", 9, "]") + "}")).isTrue();
        assertThat(BoundedJson.isObject("{\"a\":" + nested("[", 10, "]") + "}")).isFalse();
        assertThat(BoundedJson.isObject("{\"a\":" + "[".repeat(8000))).isFalse();
        assertThat(BoundedJson.isObject("{\"a\":".repeat(1600))).isFalse();
    }

    @Test
    @DisplayName("W12: huge numbers are not computed")
    void doesNotComputeNumbers() {
        assertThat(BoundedJson.isObject("{\"a\":1e1000000000}")).isTrue();
        assertThat(BoundedJson.isObject("{\"a\":" + "9".repeat(8000) + "}")).isTrue();
    }

    @Test
    @DisplayName("W12: a number beyond all measure makes a text unreadable, and nothing worse")
    void readsWhatCanBeHeld() {
        assertThat(BoundedJson.read("{\"a\":1}").orElseThrow().getInt("a")).isOne();
        assertThat(BoundedJson.read("{\"a\":1e99999999999}")).isEmpty();
        assertThat(BoundedJson.read("{\"a\":" + "9".repeat(7_000) + "}")).isEmpty();
        assertThat(BoundedJson.read("{\"a\":1,\"a\":2}")).isEmpty();
        assertThat(BoundedJson.read("[]")).isEmpty();
        assertThat(BoundedJson.readArray("[\"a\"]").orElseThrow().getString(0)).isEqualTo("a");
        assertThat(BoundedJson.readArray("[" + "9".repeat(7_000) + "]")).isEmpty();
        assertThat(BoundedJson.readArray("{}")).isEmpty();
    }

    private static String nested(String open, int levels, String close) {
        return open.repeat(levels) + "1" + close.repeat(levels);
    }
}
