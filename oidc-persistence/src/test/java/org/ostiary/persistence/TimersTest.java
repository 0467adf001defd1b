package org.ostiary.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.audit.AuditChains;
import org.ostiary.persistence.cleanup.Leftover;
import org.ostiary.persistence.cleanup.Leftovers;
import org.ostiary.persistence.cleanup.Swept;
import org.ostiary.persistence.client.Clients;
import org.ostiary.persistence.fixture.Database;
import org.ostiary.persistence.fixture.RowsRead;
import org.ostiary.persistence.job.Jobs;
import org.ostiary.persistence.logout.LogoutDeliveries;
import org.ostiary.persistence.mail.OutgoingMails;
import org.ostiary.persistence.reset.ResetRequests;
import org.ostiary.persistence.session.LoginSessions;

/** What timers ask for reads about as many rows as there is to do, however many rows there are. */
class TimersTest {
    private static final int ROWS = 5_000;
    private static final int BATCH = 500;

    /** Some rows that other tests left may be read as well. */
    private static final long NOTHING_TO_DO = 100;

    /** Each row of a batch, once for its place, once for itself, and once for each of what may hang on it. */
    private static final long ONE_BATCH = 6 * BATCH;

    /** PostgreSQL would rather read a table of this size once than look up five hundred rows of it. */
    private static final Map<Database, Long> ONE_TABLE = Map.of(Database.H2, 0L, Database.POSTGRESQL, (long) ROWS);

    private static final Instant NOW = Instant.ofEpochMilli(1_000_000_000_000L);
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(2));
    private static final Instant FUTURE = NOW.plus(Duration.ofDays(1));

    /** All rows of these are old, and something that lives still needs them. */
    private static final Set<Leftover> HELD = Set.of(Leftover.GRANT, Leftover.AUTHORIZATION_CODE);

    @BeforeAll
    static void fill() throws SQLException {
        for (Database database : Database.values()) {
            fill(database);
        }
    }

    @ParameterizedTest
    @DisplayName("What every node looks for all the time is found by key")
    @EnumSource
    void readsNoMoreThanThereIsToDo(Database database) throws SQLException {
        Map<String, Consumer<EntityManager>> looks = new LinkedHashMap<>();
        looks.put("accounts to judge", entities -> new Accounts(entities).unjudged(NOW, 100));
        looks.put("clients to judge", entities -> new Clients(entities).unjudged(NOW, 100));
        looks.put("sessions that are over", entities -> new LoginSessions(entities).overdue(NOW, LONG_AGO, 100));
        looks.put("deliveries", entities -> new LogoutDeliveries(entities).due(NOW, 50));
        looks.put("mail", entities -> new OutgoingMails(entities).due(NOW, 50));
        looks.put("jobs", entities -> new Jobs(entities).nextFree(NOW));
        looks.put("forgotten passwords", entities -> new ResetRequests(entities).oldest(1));
        looks.put("records without a place", entities -> new AuditChains(entities).countWaiting());
        looks.put("records to seal", entities -> new AuditChains(entities).waiting(BATCH));
        Map<String, Long> read = read(database, looks);

        assertThat(read).allSatisfy((look, rows) -> assertThat(rows).as(look).isLessThanOrEqualTo(NOTHING_TO_DO));
    }

    @ParameterizedTest
    @DisplayName("A batch of the clean-up reads the rows of its batch, however many must stay before and behind it")
    @EnumSource
    void tidiesByKey(Database database) throws SQLException {
        Map<String, Consumer<EntityManager>> batches = new LinkedHashMap<>();
        for (Leftover kind : Leftover.values()) {
            batches.put(kind.name(), entities -> new Leftovers(entities).sweep(kind, Swept.START, BATCH, NOW));
        }
        Map<String, Long> read = read(database, batches);

        assertThat(read)
                .allSatisfy((kind, rows) -> assertThat(rows).as(kind).isLessThanOrEqualTo(most(database, kind)));
        assertThat(read.get(Leftover.GRANT.name())).as("what is counted").isGreaterThanOrEqualTo(BATCH);
    }

    @ParameterizedTest
    @DisplayName("Batch after batch, everything is looked at once")
    @EnumSource
    void looksAtEverything(Database database) {
        int batches = 0;
        Swept swept = new Swept(0, Swept.START, false);
        while (!swept.complete()) {
            Instant from = swept.next();
            swept = database.ask(entities -> new Leftovers(entities).sweep(Leftover.GRANT, from, BATCH, NOW));
            batches++;
        }
        assertThat(batches).isBetween(ROWS / BATCH, ROWS / BATCH + 1);
    }

    @AfterAll
    static void forget() {
        for (Database database : Database.values()) {
            database.tell(entities -> {
                for (String each : List.of(
                        "authorization_code where hash like 't-%'",
                        "access_token where hash like 't-%'",
                        "oauth_grant where id like 't-%'",
                        "login_session where id like 't-%'",
                        "outgoing_mail where id like 't-%'",
                        "client where client_id = 't-client'",
                        "account where origin = 'timers'",
                        "audit_record where client_id = 't-client'",
                        "logout_delivery where client_id = 't-client'",
                        "job where id like 't-%'")) {
                    entities.createNativeQuery("delete from " + each).executeUpdate();
                }
            });
        }
    }

    private static long most(Database database, String kind) {
        return HELD.contains(Leftover.valueOf(kind))
                ? ONE_BATCH + Objects.requireNonNull(ONE_TABLE.get(database))
                : NOTHING_TO_DO;
    }

    private static Map<String, Long> read(Database database, Map<String, Consumer<EntityManager>> questions)
            throws SQLException {
        Map<String, Long> read = new LinkedHashMap<>();
        try (RowsRead rows = new RowsRead(database)) {
            for (Map.Entry<String, Consumer<EntityManager>> each : questions.entrySet()) {
                read.put(each.getKey(), rows.by(each.getValue()));
            }
        }
        return read;
    }

    /** Half of the sessions are remembered and were not used for long, the others were used just now; as many ended long ago. */
    private static void fill(Database database) throws SQLException {
        String series = database == Database.H2 ? "system_range" : "generate_series";
        String from = " from " + series + "(1, " + ROWS + ") as s(n)";
        long now = NOW.toEpochMilli();
        long longAgo = LONG_AGO.toEpochMilli();
        long future = FUTURE.toEpochMilli();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : List.of(
                    "insert into client (client_id, metadata, configured, enabled, created_at, updated_at)"
                            + " values ('t-client', '{}', false, true, 0, 0)",
                    "insert into account (id, username, username_key, display_name, email_verified, user_groups, disabled,"
                            + " origin, created_at, updated_at, locked_at) select 't-' || n, 't-' || n, 't-' || n, '', false, '',"
                            + " mod(n, 2) = 0, 'timers', 0, 0, case mod(n, 3) when 0 then 1 end" + from,
                    "insert into login_session (id, handle_hash, account_id, auth_time, amr, created_at, last_seen_at,"
                            + " expires_at, browser_id, remembered) select 't-' || n, 't-' || n, 't-' || n, 0, '', 0,"
                            + " case mod(n, 2) when 0 then " + (longAgo - 1) + " else " + now + " end, "
                            + future
                            + " + n, 't', mod(n, 2) = 0" + from,
                    "insert into login_session (id, handle_hash, account_id, auth_time, amr, created_at, last_seen_at,"
                            + " expires_at, browser_id, ended_at) select 't-e' || n, 't-e' || n, 't-1', 0, '', 0, 0, "
                            + now
                            + " - n, 't', " + now + " - n" + from,
                    "insert into oauth_grant (id, account_id, client_id, session_id, sector, scopes, auth_time, amr,"
                            + " created_at) select 't-' || n, 't-' || n, 't-client', 't-' || n, '', '', 0, '', "
                            + longAgo
                            + " - n" + from,
                    "insert into access_token (hash, grant_id, scopes, issued_at, expires_at) select 't-' || n, 't-' || n, '',"
                            + " 0, " + future + from,
                    "insert into authorization_code (hash, grant_id, redirect_uri, expires_at) select 't-' || n, 't-' || n, '', "
                            + longAgo + " - n" + from,
                    "insert into audit_record (id, happened_at, event, outcome, client_id, ip, request_id, seal_position)"
                            + " select 't-' || n, n, 'often', 'success', 't-client', '', '', 2000000000 + n" + from,
                    "insert into logout_delivery (id, session_id, account_id, client_id, sub, channel, state, attempts,"
                            + " created_at) select 't-' || n, '', '', 't-client', '', 'BACK', 'DELIVERED', 1, " + now
                            + " - n"
                            + from,
                    "insert into outgoing_mail (id, account_id, kind, recipient, created_at, expires_at, tries)"
                            + " select 't-' || n, 't-1', '', '', " + now + ", 0, 1" + from,
                    "insert into job (id, kind, subject, state, actor, request_id, ip, position, done_count, total_count, tally,"
                            + " failures, cancel_wanted, ordered_at, ended_at) select 't-' || n, 'REVOKE', '', 'DONE', '', '', '',"
                            + " '', 0, 0, '', 0, false, n, " + now + " - n" + from,
                    "analyze")) {
                statement.execute(each);
            }
        }
    }
}
