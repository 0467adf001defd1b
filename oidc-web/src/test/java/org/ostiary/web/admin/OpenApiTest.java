package org.ostiary.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final String TEXT = OpenApi.of("https://id.example.org/api/admin/v1");
    private static final JsonObject DOCUMENT =
            Json.createReader(new StringReader(TEXT)).readObject();

    @Test
    @DisplayName("OpenAPI 3.1: the document has each operation of the table with its role, and no other")
    void describesTheTable() {
        List<String> described = new ArrayList<>();
        JsonObject paths = DOCUMENT.getJsonObject("paths");
        paths.forEach((path, methods) -> methods.asJsonObject()
                .forEach((method, operation) -> described.add(method + " " + path + " "
                        + operation.asJsonObject().getString("operationId") + " "
                        + operation.asJsonObject().getString("x-role"))));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Operation.values())
                        .map(each -> each.method().toLowerCase(Locale.ROOT) + " " + each.path() + " " + each.id() + " "
                                + each.role().value())
                        .toList());
        assertThat(DOCUMENT.getString("openapi")).isEqualTo("3.1.0");
    }

    @Test
    @DisplayName("What the document refers to is there")
    void refersToWhatIsThere() {
        JsonObject schemas =
                Objects.requireNonNull(DOCUMENT.getJsonObject("components")).getJsonObject("schemas");
        Matcher references = Pattern.compile("#/components/schemas/([A-Za-z]+)").matcher(TEXT);
        while (references.find()) {
            assertThat(schemas).containsKey(references.group(1));
            assertThat(schemas.getJsonObject(references.group(1))).isNotEmpty();
        }
    }

    @Test
    @DisplayName("No two operations are asked for in the same way")
    void tellsOperationsApart() {
        for (Operation operation : Operation.values()) {
            String path = operation.path().replaceAll("\\{[a-z]+}", "x");
            assertThat(Operation.find(operation.method(), path)).contains(operation);
            assertThat(Operation.methods(path)).contains(operation.method());
        }
        assertThat(Operation.find("GET", "/accounts/")).isEmpty();
        assertThat(Operation.find("GET", "/accounts/a/b")).isEmpty();
    }
}
