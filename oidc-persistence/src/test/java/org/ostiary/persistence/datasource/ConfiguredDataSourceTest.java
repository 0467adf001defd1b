package org.ostiary.persistence.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Hashtable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredDataSourceTest {

    private static @Nullable Object bound;

    private static @Nullable Supplier<NamingException> refusal;

    @AfterEach
    void forget() {
        System.clearProperty("oidc.config");
        System.clearProperty("oidc.db.url");
        System.clearProperty("oidc.data-directory");
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        bound = null;
        refusal = null;
    }

    @Test
    void opensTheEmbeddedDatabaseInTheDataDirectory(@TempDir Path directory) throws SQLException {
        Path data = directory.resolve("data");
        System.setProperty("oidc.data-directory", data.toString());

        try (Connection connection = new ConfiguredDataSource().getConnection()) {
            assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:h2:async:" + data + "/ostiary");
        }
        assertThat(data.resolve("ostiary.mv.db")).exists();
    }

    @Test
    @DisplayName("a server interrupts a request that takes too long, in the middle of whatever it reads or writes")
    void survivesAnInterruptedRequest(@TempDir Path directory) throws SQLException {
        System.setProperty("oidc.data-directory", directory.toString());
        DataSource source = new ConfiguredDataSource();
        try (Connection first = source.getConnection();
                Connection second = source.getConnection();
                Statement writing = first.createStatement();
                Statement reading = second.createStatement()) {
            writing.execute("CREATE TABLE kept (id INT)");

            Thread.currentThread().interrupt();
            try {
                writing.execute("INSERT INTO kept VALUES (1)");
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }

            try (ResultSet kept = reading.executeQuery("SELECT COUNT(*) FROM kept")) {
                kept.next();
                assertThat(kept.getInt(1)).isOne();
            }
        }
    }

    @Test
    void letsOnlyItsOwnerIntoADirectoryItMakes(@TempDir Path directory) throws SQLException, IOException {
        System.setProperty("oidc.data-directory", directory.resolve("data").toString());

        openedUrl();

        assertThat(Files.getPosixFilePermissions(directory.resolve("data")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void opensTheDatabaseOfTheUrl() throws SQLException {
        System.setProperty("oidc.db.url", "jdbc:h2:mem:configured");

        assertThat(openedUrl()).isEqualTo("jdbc:h2:mem:configured");
    }

    @Test
    void letsRequestsWaitForARowOfH2UntilThoseBeforeThemAreServed() throws SQLException {
        System.setProperty("oidc.db.url", "jdbc:h2:mem:patient");
        assertThat(lockTimeout()).isEqualTo(8_000);

        System.setProperty("oidc.db.url", "jdbc:h2:mem:hurried;lock_timeout=500");
        assertThat(lockTimeout()).isEqualTo(500);
    }

    @Test
    void keepsToWhatTheFileSaidAtFirst(@TempDir Path directory) throws SQLException, IOException {
        Path file = directory.resolve("ostiary.properties");
        System.setProperty("oidc.config", file.toString());
        Files.writeString(file, "oidc.db.url=jdbc:h2:mem:first");
        ConfiguredDataSource source = new ConfiguredDataSource();
        assertThat(urlOf(source)).isEqualTo("jdbc:h2:mem:first");

        Files.writeString(file, "oidc.db.url=jdbc:h2:mem:second");
        assertThat(urlOf(source)).isEqualTo("jdbc:h2:mem:first");
        Files.delete(file);
        assertThat(urlOf(source)).isEqualTo("jdbc:h2:mem:first");
    }

    @Test
    void takesNoOtherDatabaseWhereTheFileCannotBeRead(@TempDir Path directory) {
        System.setProperty(
                "oidc.config", directory.resolve("missing.properties").toString());
        System.setProperty("oidc.data-directory", directory.resolve("data").toString());

        assertThatThrownBy(ConfiguredDataSourceTest::openedUrl)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("missing.properties");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void refusesAnH2FileThatWouldLoseCommits(@TempDir Path directory) {
        System.setProperty("oidc.db.url", "jdbc:h2:file:" + directory + "/lossy");

        assertThatThrownBy(ConfiguredDataSourceTest::openedUrl).hasMessageContaining("WRITE_DELAY=0");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysWhichDriverIsMissingButNotTheRestOfTheUrl() {
        System.setProperty("oidc.db.url", "jdbc:unheard:of?password=secret");

        assertThatThrownBy(ConfiguredDataSourceTest::openedUrl)
                .hasMessageContaining("jdbc:unheard:")
                .hasMessageNotContaining("secret");
    }

    @Test
    @DisplayName("the administrator's jdbc/oidc wins over oidc.db.url")
    void prefersTheAdministratorsResource() throws SQLException {
        System.setProperty("oidc.db.url", "jdbc:h2:mem:configured");
        JdbcDataSource administrators = new JdbcDataSource();
        administrators.setURL("jdbc:h2:mem:administrators");
        bind(administrators);

        assertThat(openedUrl()).isEqualTo("jdbc:h2:mem:administrators");
    }

    @Test
    @DisplayName("connections of jdbc/oidc are made in a thread without the caller's transaction")
    void connectsOutsideTheCallersThread() throws SQLException {
        AtomicReference<Thread> connecting = new AtomicReference<>();
        bind((DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    connecting.set(Thread.currentThread());
                    return DriverManager.getConnection("jdbc:h2:mem:outside");
                }));

        assertThat(openedUrl()).isEqualTo("jdbc:h2:mem:outside");
        assertThat(connecting.get()).isNotNull().isNotSameAs(Thread.currentThread());
    }

    @Test
    @DisplayName("a jdbc/oidc that is broken is an error, never a silent change to the embedded database")
    void doesNotFallBackFromABrokenResource() {
        refuse(() -> new NamingException("pool is misconfigured"));

        assertThatThrownBy(ConfiguredDataSourceTest::openedUrl).hasMessageContaining("jdbc/oidc exists");
    }

    @Test
    @DisplayName("an H2 file of jdbc/oidc is held to the same rule as one of oidc.db.url")
    void refusesAnAdministratorsH2FileThatWouldLoseCommits(@TempDir Path directory) throws SQLException {
        JdbcDataSource administrators = new JdbcDataSource();
        bind(administrators);

        administrators.setURL("jdbc:h2:file:" + directory + "/lossy");
        assertThatThrownBy(ConfiguredDataSourceTest::openedUrl).hasMessageContaining("WRITE_DELAY=0");
        administrators.setURL("jdbc:h2:file:" + directory + "/durable;WRITE_DELAY=0");
        assertThat(openedUrl()).isEqualTo("jdbc:h2:file:" + directory + "/durable");
    }

    @Test
    void takesAWrappedNameNotFoundForAbsence() throws SQLException {
        System.setProperty("oidc.db.url", "jdbc:h2:mem:configured");
        refuse(() -> {
            NamingException wrapped = new NamingException("lookup failed");
            wrapped.setRootCause(new NameNotFoundException("oidc not found"));
            return wrapped;
        });

        assertThat(openedUrl()).isEqualTo("jdbc:h2:mem:configured");
    }

    @Test
    void refusesToCallItself() {
        bind(new ConfiguredDataSource());

        assertThatThrownBy(ConfiguredDataSourceTest::openedUrl).hasMessageContaining("not a data source");
    }

    private static int lockTimeout() throws SQLException {
        try (Connection connection = new ConfiguredDataSource().getConnection();
                ResultSet timeout = connection.createStatement().executeQuery("CALL LOCK_TIMEOUT()")) {
            timeout.next();
            return timeout.getInt(1);
        }
    }

    private static String openedUrl() throws SQLException {
        return urlOf(new ConfiguredDataSource());
    }

    private static String urlOf(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    private static void bind(DataSource dataSource) {
        bound = dataSource;
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, OneName.class.getName());
    }

    private static void refuse(Supplier<NamingException> exception) {
        refusal = exception;
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, OneName.class.getName());
    }

    /** A naming service with one name in it. */
    public static final class OneName implements InitialContextFactory {

        @Override
        public Context getInitialContext(@Nullable Hashtable<?, ?> environment) throws NamingException {
            return new InitialContext(true) {
                @Override
                public @Nullable Object lookup(String name) throws NamingException {
                    if (refusal != null) {
                        throw refusal.get();
                    }
                    if (name.equals("jdbc/oidc") && bound != null) {
                        return bound;
                    }
                    throw new NameNotFoundException(name);
                }
            };
        }
    }
}
