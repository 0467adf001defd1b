package org.ostiary.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.AdminRefusal.Kind;
import org.ostiary.ejb.admin.body.RequestJson;

@DisplayName("G14: each body of the administration takes its own members and no other")
class BodiesTest {

    private static final List<String> STRANGERS =
            List.of("id", "roles", "admin", "email_verified", "client_secret_hash", "created", "trusted", "__proto__");

    static Stream<Class<? extends Record>> bodies() {
        return Stream.of(Operation.values())
                .map(Operation::request)
                .filter(Objects::nonNull)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void refuseStrangers(Class<? extends Record> body) {
        Set<String> own = Arrays.stream(body.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        for (String stranger : STRANGERS) {
            if (own.contains(stranger)) {
                continue;
            }
            JsonObject json = Json.createObjectBuilder().add(stranger, true).build();
            assertThatExceptionOfType(AdminRefusal.class)
                    .as(stranger)
                    .isThrownBy(() -> RequestJson.read(body, json))
                    .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.MALFORMED))
                    .withMessageContaining("not known");
        }
    }

    @Test
    void areFoundAtAll() {
        assertThat(bodies()).hasSizeGreaterThan(10);
    }
}
