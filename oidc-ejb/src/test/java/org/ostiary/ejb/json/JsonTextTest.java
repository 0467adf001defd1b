package org.ostiary.ejb.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void writesEachKindOfValueInOrder() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("text", "a");
        members.put("number", 3600L);
        members.put("truth", true);
        members.put("list", List.of("a", "b"));
        members.put("object", Map.of("inner", 1));
        assertThat(JsonText.object(members))
                .isEqualTo("{\"text\":\"a\",\"number\":3600,\"truth\":true,\"list\":[\"a\",\"b\"],"
                        + "\"object\":{\"inner\":1}}");
    }

    @Test
    @DisplayName("RFC 8259 7: quotation marks, backslashes and control characters are escaped")
    void escapes() {
        assertThat(JsonText.object(Map.of("a\"", "\"\\\r\n\u0000"))).isEqualTo("{\"a\\\"\":\"\\\"\\\\\\r\\n\\u0000\"}");
    }
}
