package org.ostiary.ejb.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.persistence.audit.AuditRecord;

class TrailSentencesTest {

    static Stream<AuditEvent> events() {
        return Arrays.stream(AuditEvent.class.getPermittedSubclasses()).map(TrailSentencesTest::sample);
    }

    @ParameterizedTest
    @DisplayName("S18: every event has a sentence, which leaves no place unfilled and tells the reason")
    @MethodSource("events")
    void saysEveryEvent(AuditEvent event) {
        assertThat(TrailSentences.has(event.name()))
                .as("sentences.properties has %s", event.name())
                .isTrue();
        String sentence = TrailSentences.of(record(event), "alice");
        assertThat(sentence).endsWith(".").doesNotContain("{", "}", "no application", "somebody");
        if (event.reason() != null && !event.name().equals("key_copy_suspected")) {
            assertThat(sentence).contains(event.reason());
        }
    }

    private static AuditRecord record(AuditEvent event) {
        return new AuditRecord(
                        Instant.EPOCH,
                        event.name(),
                        "success",
                        event.accountId(),
                        event.clientId(),
                        event.reason(),
                        "192.0.2.1",
                        "request")
                .by(event.actor(), event.rule());
    }

    private static AuditEvent sample(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(each -> each.getType() == boolean.class ? (Object) true : "some " + each.getName())
                .toArray();
        try {
            return (AuditEvent) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Only texts and truth values are expected in " + type, e);
        }
    }
}
