package org.ostiary.persistence.datasource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import javax.sql.DataSource;

/**
 * The data source {@code jdbc/oidc} that an administrator may have made in the server: where it exists, it wins.
 *
 * <p>It is asked in a thread of its own, for two reasons. The server keeps a pool around us and enlists what we return, so a
 * connection must not be enlisted already, and a new thread has no transaction on any server. And Payara makes the
 * administrator's pool at the first lookup, which fails under the class loader that it has in place while it deploys.
 */
final class AdministratorsResource {

    static final String NAME = "jdbc/oidc";

    private AdministratorsResource() {}

    /**
     * Connects to the administrator's database.
     *
     * @return empty when there is no such resource
     * @throws SQLException when there is one that cannot be used: falling back to another database would hide that
     */
    static Optional<Connection> connect() throws SQLException {
        return inThreadOfItsOwn(() -> {
            Optional<DataSource> dataSource = find();
            return dataSource.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ReadAfresh.require(
                            WrittenAtCommit.require(dataSource.get().getConnection())));
        });
    }

    @SuppressWarnings("BanJNDI") // The name is a constant: nobody from outside can choose what is looked up.
    private static Optional<DataSource> find() throws SQLException, NamingException {
        try {
            Object found = new InitialContext().lookup(NAME);
            if (found instanceof DataSource dataSource && !(found instanceof ConfiguredDataSource)) {
                return Optional.of(dataSource);
            }
            throw new SQLException(
                    "it is not a data source but " + found.getClass().getName());
        } catch (NamingException e) {
            if (isAbsent(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Servers wrap: Payara reports an unbound name as the root exception of a general one. */
    private static boolean isAbsent(NamingException e) {
        return e instanceof NameNotFoundException
                || e instanceof NoInitialContextException
                || e.getRootCause() instanceof NameNotFoundException;
    }

    private static <T> T inThreadOfItsOwn(Callable<T> work) throws SQLException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "ostiary-connect");
        thread.setDaemon(true);
        thread.setContextClassLoader(AdministratorsResource.class.getClassLoader());
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new SQLException("JNDI " + NAME + " exists but cannot be used: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for JNDI " + NAME, e);
        }
    }
}
