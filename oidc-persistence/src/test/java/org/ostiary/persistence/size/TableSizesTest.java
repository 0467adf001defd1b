package org.ostiary.persistence.size;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.persistence.audit.AuditRecord;
import org.ostiary.persistence.audit.AuditRecords;
import org.ostiary.persistence.fixture.Database;

class TableSizesTest {

    @ParameterizedTest
    @DisplayName("Part 12: every table can be counted, with the moment of its oldest row")
    @EnumSource
    void counts(Database database) {
        database.tell(entities -> new AuditRecords(entities)
                .add(new AuditRecord(Instant.EPOCH, "size", "success", null, null, null, "", "request")));
        for (MeasuredTable table : MeasuredTable.values()) {
            TableSize size = database.ask(entities -> new TableSizes(entities).of(table));
            assertThat(size.oldest().isPresent()).as(table.tableName()).isEqualTo(size.rows() > 0);
        }
        TableSize records = database.ask(entities -> new TableSizes(entities).of(MeasuredTable.AUDIT_RECORD));
        assertThat(records.oldest()).hasValue(Instant.EPOCH);
        for (Backlog backlog : Backlog.values()) {
            TableSize size = database.ask(entities -> new TableSizes(entities).of(backlog));
            assertThat(size.oldest().isPresent()).as(backlog.what()).isEqualTo(size.rows() > 0);
        }
    }
}
