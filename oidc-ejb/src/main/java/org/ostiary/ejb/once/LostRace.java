package org.ostiary.ejb.once;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.util.Objects;

/** Of two callers who write the same row in the same instant, what happens to one of them. */
public final class LostRace {

    private LostRace() {}

    /** Class 23 of SQL states: the other caller's row was there first. */
    public static boolean is(EJBException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && Objects.requireNonNullElse(sql.getSQLState(), "").startsWith("23")) {
                return true;
            }
        }
        return false;
    }
}
