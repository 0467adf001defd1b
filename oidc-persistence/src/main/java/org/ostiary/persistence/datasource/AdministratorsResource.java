package org.ostiary.persistence.datasource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import javax.sql.DataSource;

/** The data source {@code jdbc/oidc} that an administrator may have made in the server: where it exists, it wins. */
final class AdministratorsResource {

    static final String NAME = "jdbc/oidc";

    private final DataSource dataSource;

    private AdministratorsResource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Looks the resource up.
     *
     * @return empty when there is none
     * @throws SQLException when there is one that cannot be used: falling back to another database would hide that
     */
    @SuppressWarnings("BanJNDI") // The name is a constant: nobody from outside can choose what is looked up.
    static Optional<AdministratorsResource> find() throws SQLException {
        try {
            Object found = new InitialContext().lookup(NAME);
            if (found instanceof DataSource dataSource && !(found instanceof ConfiguredDataSource)) {
                return Optional.of(new AdministratorsResource(dataSource));
            }
            throw new SQLException("JNDI " + NAME + " is not a data source but "
                    + found.getClass().getName());
        } catch (NamingException e) {
            if (isAbsent(e)) {
                return Optional.empty();
            }
            throw new SQLException("JNDI " + NAME + " exists but cannot be used", e);
        }
    }

    /** Servers wrap: Payara reports an unbound name as the root exception of a general one. */
    private static boolean isAbsent(NamingException e) {
        return e instanceof NameNotFoundException
                || e instanceof NoInitialContextException
                || e.getRootCause() instanceof NameNotFoundException;
    }

    /**
     * A connection that no transaction has taken part in. The pool that the server keeps around us enlists what we return, so
     * it must not be enlisted already; a thread of its own has no transaction, on every server.
     */
    Connection connect() throws SQLException {
        FutureTask<Connection> task = new FutureTask<>(dataSource::getConnection);
        Thread outsideTransactions = new Thread(task, "ostiary-connect");
        outsideTransactions.setDaemon(true);
        outsideTransactions.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new SQLException("JNDI " + NAME + " gave no connection", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a connection of JNDI " + NAME, e);
        }
    }
}
