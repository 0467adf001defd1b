package org.ostiary.persistence.datasource;

import java.sql.SQLException;

/** Tells a database that lets nobody in from one that refuses a statement. */
public final class Unreachable {

    /** Of H2: another process has the files open. */
    private static final String IN_USE = "90020";

    private Unreachable() {}

    /**
     * Whether there was no connection: SQLSTATE classes 08 (connection), 28 (user or password), 3D (no such database) and 57P (the
     * database starts or stops).
     */
    public static boolean tells(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("3D")
                || state.startsWith("57P")
                || state.equals(IN_USE);
    }
}
