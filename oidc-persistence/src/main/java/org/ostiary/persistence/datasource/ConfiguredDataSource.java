package org.ostiary.persistence.datasource;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the database that configuration names, so that one archive runs on any of them without rebuilding. The
 * server pools and enlists what this returns.
 */
public class ConfiguredDataSource implements DataSource {

    private String configPrefix = "oidc.db";

    private @Nullable PrintWriter logWriter;

    /** Kept from the first connection on: a file that changes afterwards counts from the next start, for all connections alike. */
    private @Nullable Settings settings;

    /** Makes a data source that reads its configuration when it is first asked for a connection. */
    public ConfiguredDataSource() {}

    /**
     * Connects to the administrator's {@code jdbc/oidc} where it exists, else to {@code oidc.db.url}. Decided anew for each
     * connection: connections are pooled, so this is rare.
     *
     * @throws SQLException when the database cannot be reached, or its URL is refused
     */
    @Override
    public Connection getConnection() throws SQLException {
        Optional<Connection> administrators = AdministratorsResource.connect();
        return administrators.isPresent()
                ? administrators.get()
                : connect(DatabaseSettings.read(settings(), configPrefix));
    }

    private synchronized Settings settings() throws SQLException {
        Settings known = settings;
        if (known == null) {
            known = Settings.configured();
            settings = known;
        }
        return known;
    }

    /** Refused: user and password are configuration. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("user and password come from configuration");
    }

    /** Our own class loader finds the drivers in the archive; DriverManager would judge by its caller's. */
    private static Connection connect(DatabaseSettings settings) throws SQLException {
        PrivateDirectory.prepare(settings.url());
        String url = DatabaseUrl.lasting(settings.url());
        for (Driver driver : ServiceLoader.load(Driver.class, ConfiguredDataSource.class.getClassLoader())) {
            Connection connection = driver.acceptsURL(url) ? driver.connect(url, settings.properties()) : null;
            if (connection != null) {
                return ReadAfresh.require(connection);
            }
        }
        throw new SQLException("no JDBC driver in this archive or server knows "
                + settings.url().replaceFirst("^(jdbc:[^:]*:).*", "$1")
                + " (those of H2 and PostgreSQL are included)");
    }

    /** The prefix of the keys that say where the database is. */
    public String getConfigPrefix() {
        return configPrefix;
    }

    /** Sets the prefix of the keys, so that the definition has a property: WildFly demands one. */
    public void setConfigPrefix(String configPrefix) {
        this.configPrefix = configPrefix;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter logWriter) {
        this.logWriter = logWriter;
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    /** Ignored: give the time in the URL, in the way of the driver. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("logs through the server");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("wraps no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
