package org.ostiary.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.audit.AuditRecords;
import org.ostiary.persistence.audit.AuditSearch;
import org.ostiary.persistence.fixture.Database;
import org.ostiary.persistence.fixture.RowsRead;
import org.ostiary.persistence.logout.DeliveryState;
import org.ostiary.persistence.logout.LogoutDeliveries;

/** Lists stay fast however long they are: a page reads about as many rows as it shows, wherever it begins. */
class ListsTest {
    private static final int ROWS = 10_000;
    private static final int PAGE = 51;

    private static final Instant MIDDLE = Instant.ofEpochMilli(ROWS * 500L);
    private static final Instant END = Instant.ofEpochMilli(ROWS * 1_000L + 1);

    @ParameterizedTest
    @DisplayName("Pages and searches of accounts, audit records and logout deliveries are read by key")
    @EnumSource
    void readsNoMoreThanItShows(Database database) throws SQLException {
        fill(database);
        Map<String, Consumer<EntityManager>> lists = new LinkedHashMap<>();
        lists.put("accounts", entities -> new Accounts(entities).page("", "", PAGE));
        lists.put("accounts, middle", entities -> new Accounts(entities).page("", "list-5000", PAGE));
        lists.put("accounts that begin so", entities -> new Accounts(entities).page("list-5", "list-55", PAGE));
        lists.put("one that begins so", entities -> new Accounts(entities).page("list-9999", "", PAGE));
        lists.put("none that begins so", entities -> new Accounts(entities).page("a-nobody", "", PAGE));
        lists.put("of an address", entities -> new Accounts(entities).ofEmail("LIST-7@Example.org", PAGE));
        lists.put("of an account", entities -> new AuditRecords(entities).ofAccount("list-1", MIDDLE, "", PAGE));
        for (Instant before : List.of(END, MIDDLE)) {
            lists.put("records before " + before, audit(null, null, null, null, null, null, before));
            lists.put("by event before " + before, audit("often", null, null, null, null, null, before));
            lists.put("by outcome before " + before, audit(null, "success", null, null, null, null, before));
            lists.put("by account before " + before, audit(null, null, "list-1", null, null, null, before));
            lists.put("by client before " + before, audit(null, null, null, "lists", null, null, before));
            lists.put("by actor before " + before, audit(null, null, null, null, null, "robot", before));
            lists.put("deliveries before " + before, deliveries(null, before));
            lists.put("delivered before " + before, deliveries(DeliveryState.DELIVERED, before));
        }
        lists.put("by a rare outcome", audit(null, "failure", null, null, null, null, END));
        lists.put("by an outcome that the event never has", audit("often", "failure", null, null, null, null, END));
        lists.put("by no request", audit(null, null, null, null, "nothing", null, END));
        lists.put("given up", deliveries(DeliveryState.GIVEN_UP, END));

        Map<String, Long> read = new LinkedHashMap<>();
        try (RowsRead rows = new RowsRead(database)) {
            for (Map.Entry<String, Consumer<EntityManager>> each : lists.entrySet()) {
                read.put(each.getKey(), rows.by(each.getValue()));
            }
        }

        assertThat(read.get("accounts")).as("what is counted").isGreaterThanOrEqualTo(PAGE);
        assertThat(read).allSatisfy((list, rows) -> assertThat(rows).as(list).isLessThanOrEqualTo(2 * PAGE));
    }

    @ParameterizedTest
    @DisplayName(
            "Accounts are found by how their names begin, whatever the language of the database thinks of their characters")
    @EnumSource
    void findsByBeginning(Database database) {
        List<String> found = List.of("beg", "beg-a", "beg.b", "beg_c", "beg%", "bega", "begé", "beg\uffee", "beg😀");
        List<String> others = List.of("be", "beh", "a-beg", "bég", "BEG");
        database.tell(entities -> Stream.concat(found.stream(), others.stream())
                .map(name -> new Account(name, name, Set.of(), null, "lists", Instant.EPOCH))
                .forEach(entities::persist));

        assertThat(beginning(database, "beg")).containsExactlyInAnyOrderElementsOf(found);
        assertThat(beginning(database, "beg-")).containsExactly("beg-a");
        assertThat(beginning(database, "beg%")).containsExactly("beg%");
        assertThat(beginning(database, "beg😀")).containsExactly("beg😀");
        assertThat(beginning(database, "begz")).isEmpty();
        assertThat(beginning(database, "beg" + Character.toString(Character.MAX_CODE_POINT)))
                .isEmpty();
        assertThat(beginning(database, Character.toString(Character.MAX_CODE_POINT)))
                .isEmpty();
    }

    @AfterEach
    void forget() {
        for (Database database : Database.values()) {
            database.tell(entities -> {
                for (String each : List.of(
                        "logout_delivery where client_id = 'lists'",
                        "audit_record where client_id = 'lists'",
                        "account where origin = 'lists'")) {
                    entities.createNativeQuery("delete from " + each).executeUpdate();
                }
            });
        }
    }

    private static List<String> beginning(Database database, String prefix) {
        return database.ask(entities -> new Accounts(entities)
                .page(prefix, "", PAGE).stream().map(Account::username).toList());
    }

    private static Consumer<EntityManager> audit(
            @Nullable String event,
            @Nullable String outcome,
            @Nullable String account,
            @Nullable String client,
            @Nullable String request,
            @Nullable String actor,
            Instant before) {
        AuditSearch search =
                new AuditSearch(event, outcome, account, client, request, actor, Instant.EPOCH, before, "");
        return entities -> new AuditRecords(entities).find(search, PAGE);
    }

    private static Consumer<EntityManager> deliveries(@Nullable DeliveryState state, Instant before) {
        return entities -> new LogoutDeliveries(entities).page(state, before, "", PAGE);
    }

    private static void fill(Database database) throws SQLException {
        String series = database == Database.H2 ? "system_range" : "generate_series";
        String from = " from " + series + "(1, " + ROWS + ") as s(n)";
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into account (id, username, username_key, display_name, email, email_verified,"
                    + " user_groups, disabled, origin, created_at, updated_at) select 'a' || n, 'list-' || n, 'list-' || n,"
                    + " '', 'List-' || n || '@example.org', false, '',"
                    + " false, 'lists', 0, 0" + from);
            statement.execute("insert into audit_record (id, happened_at, event, outcome, account_id, client_id, ip,"
                    + " request_id, actor) select 'd' || n, n * 1000, 'often', 'success', 'list-' || mod(n, 2), 'lists', '',"
                    + " 'r' || n, 'robot'" + from);
            statement.execute("insert into logout_delivery (id, session_id, account_id, client_id, sub, channel, state,"
                    + " attempts, created_at) select 'e' || n, '', '', 'lists', '', 'BACK', 'DELIVERED', 1, n * 1000"
                    + from);
            statement.execute("analyze");
        }
    }
}
