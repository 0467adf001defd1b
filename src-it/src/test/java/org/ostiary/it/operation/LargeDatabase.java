package org.ostiary.it.operation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Fills the database of a server, for measurements; no test. The server must have run once, have a client {@code template} that
 * was registered by the administration, and be stopped:
 *
 * <pre>java … org.ostiary.it.operation.LargeDatabase jdbc:… USER PASSWORD 1000000</pre>
 *
 * <p>The verification of the trail names the records as written by somebody else, which they are. It adds so many accounts, each with a session, a grant, an access token, an audit record and a logout delivery, and ten
 * thousand clients: those are all kept in memory.
 */
public final class LargeDatabase {
    static final long CLIENTS = 10_000;

    private static final int BATCH = 10_000;
    private static final long RECORDS_APART = 2_000;
    private static final long DELIVERIES_APART = 500;

    private static final String CLIENT =
            "insert into client (client_id, metadata, configured, enabled, created_at, updated_at, options)"
                    + " select {client}, t.metadata, false, true, {today}, {today}, t.options"
                    + " from {series} as s(n), (select metadata, options from client where client_id = 'template') t";

    /** For each row one of each, in the order of their foreign keys; sessions and tokens never end. */
    private static final List<String> ROWS = List.of(
            "insert into account (id, username, username_key, display_name, email, email_verified, user_groups, disabled,"
                    + " origin, created_at, updated_at)"
                    + " select {id a}, {name}, {name}, 'Person ' || n, 'person' || n || '@people.test', true, 'people', false,"
                    + " 'local', {today}, {today} from {series} as s(n)",
            "insert into login_session (id, handle_hash, account_id, auth_time, amr, created_at, last_seen_at, expires_at,"
                    + " browser_id)"
                    + " select {id b}, {hash h}, {id a}, {today}, 'pwd', {today}, {end}, {end}, {id b} from {series} as s(n)",
            "insert into oauth_grant (id, account_id, client_id, session_id, sector, scopes, auth_time, amr, created_at)"
                    + " select {id c}, {id a}, {client}, {id b}, 'app.test', 'openid profile', {today}, 'pwd', {today}"
                    + " from {series} as s(n)",
            "insert into access_token (hash, grant_id, scopes, issued_at, expires_at)"
                    + " select {hash t}, {id c}, 'openid profile', {today}, {end} from {series} as s(n)",
            "insert into audit_record (id, happened_at, event, outcome, account_id, client_id, ip, request_id, actor,"
                    + " seal_position)"
                    + " select {id d}, {first record} + n * {records apart},"
                    + " case mod(n, 10) when 0 then 'login_failed' when 1 then 'tokens_issued' else 'login_succeeded' end,"
                    + " case mod(n, 10) when 0 then 'failure' else 'success' end, {id a}, {client}, '192.0.2.1',"
                    + " 'request-' || n, case mod(n, 100) when 0 then 'client:watcher' end, 1000000000 + n"
                    + " from {series} as s(n)",
            "insert into logout_delivery (id, session_id, account_id, client_id, sub, channel, state, attempts, created_at,"
                    + " finished_at)"
                    + " select {id e}, {id b}, {id a}, {client}, 's' || n, 'BACK',"
                    + " case mod(n, 1000) when 0 then 'REFUSED' else 'DELIVERED' end, 1,"
                    + " {first delivery} + n * {deliveries apart}, {today} from {series} as s(n)");

    private LargeDatabase() {}

    /** Address, user and password of the database, and how many rows. */
    public static void main(String[] arguments) throws SQLException {
        long rows = Long.parseLong(arguments[3]);
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                Statement statement = connection.createStatement()) {
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            String series = postgres ? "generate_series(%d::bigint, %d)" : "system_range(%d, %d)";
            statement.execute(filled(CLIENT, rows).replace("{series}", series.formatted(1, CLIENTS)));
            for (String each : ROWS) {
                for (long from = 1; from <= rows; from += BATCH) {
                    statement.execute(filled(each, rows)
                            .replace("{series}", series.formatted(from, Math.min(rows, from + BATCH - 1))));
                }
            }
            statement.execute(postgres ? "vacuum analyze" : "analyze");
        }
    }

    private static String filled(String statement, long rows) {
        return statement
                .replaceAll("\\{id (.)}", "'$10000000-0000-4000-8000-' || lpad(cast(n as varchar), 12, '0')")
                .replaceAll("\\{hash (.)}", "lpad(cast(n as varchar), 43, '$1')")
                .replace("{name}", "'person' || lpad(cast(n as varchar), 7, '0')")
                .replace("{client}", "'app' || lpad(cast(1 + mod(n, " + CLIENTS + ") as varchar), 7, '0')")
                .replace("{today}", Long.toString(today()))
                .replace("{end}", Long.toString(today() + Duration.ofDays(3_650).toMillis()))
                .replace("{first record}", Long.toString(recordedAt(rows)))
                .replace("{records apart}", Long.toString(RECORDS_APART))
                .replace("{first delivery}", Long.toString(deliveredAt(rows)))
                .replace("{deliveries apart}", Long.toString(DELIVERIES_APART));
    }

    /** The newest row is of the beginning of this day, when it is filled and measured on the same one. */
    private static long today() {
        return Instant.now().truncatedTo(ChronoUnit.DAYS).toEpochMilli();
    }

    /** The id of a row of the table that has this letter. */
    static String id(char table, long row) {
        return "%c0000000-0000-4000-8000-%012d".formatted(table, row);
    }

    static String username(long row) {
        return "person%07d".formatted(row);
    }

    static String client(long row) {
        return "app%07d".formatted(row);
    }

    /** When the audit record was made that so many were made after. */
    static long recordedAt(long after) {
        return today() - after * RECORDS_APART;
    }

    /** When the delivery began that so many began after. */
    static long deliveredAt(long after) {
        return today() - after * DELIVERIES_APART;
    }
}
