package org.ostiary.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.persistence.fixture.Database;

class SchemaTest {

    /** These are asked by statements of their own. */
    private static final Set<String> WITHOUT_ENTITY = Set.of(
            "cache_version",
            "turn",
            "used_identifier",
            "flyway_schema_history",
            "guess_counter",
            "installation_secret",
            "known_browser");

    /** Counted by statements of their own, so that no entity writes an old count over a new one. */
    private static final Set<String> COUNTERS =
            Set.of("account.factor_failures", "account.factor_failed_at", "interaction.factor_failures");

    /** Written by versions before: a second factor moved {@code auth_time} then. */
    private static final Set<String> NO_LONGER_USED = Set.of("login_session.first_factor_at");

    @ParameterizedTest
    @DisplayName("Entities name the columns of the migrations: none is missing, none is forgotten")
    @EnumSource
    void isWhatTheEntitiesSay(Database database) throws SQLException {
        Map<String, Set<String>> tables = tables(database);
        assertThat(entities(database)).isEqualTo(tables);
    }

    @ParameterizedTest
    @DisplayName("Migrating again changes nothing")
    @EnumSource
    void isMigratedOnce(Database database) throws SQLException {
        Map<String, Set<String>> before = tables(database);
        SchemaMigration.migrate(database.dataSource());
        assertThat(tables(database)).isEqualTo(before);
    }

    private static Map<String, Set<String>> entities(Database database) {
        return database.factory().getMetamodel().getEntities().stream()
                .map(entity -> entity.getJavaType())
                .collect(Collectors.toMap(
                        type -> type.getAnnotation(Table.class).name(),
                        SchemaTest::columns,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Set<String> columns(Class<?> entity) {
        return Arrays.stream(entity.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .map(SchemaTest::column)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String column(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column == null ? "a name for " + field : column.name();
    }

    private static Map<String, Set<String>> tables(Database database) throws SQLException {
        Map<String, Set<String>> tables = new TreeMap<>();
        try (Connection connection = database.dataSource().getConnection();
                ResultSet rows = connection.getMetaData().getColumns(null, schemaOf(database), "%", "%")) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                String column = rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                String full = table + "." + column;
                if (!WITHOUT_ENTITY.contains(table) && !COUNTERS.contains(full) && !NO_LONGER_USED.contains(full)) {
                    tables.computeIfAbsent(table, name -> new TreeSet<>()).add(column);
                }
            }
        }
        return tables;
    }

    private static String schemaOf(Database database) {
        return database == Database.H2 ? "PUBLIC" : "public";
    }
}
