package org.ostiary.web.error;

import java.sql.SQLException;

/** Which status a failure deserves that nobody foresaw. */
final class Failures {

    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;

    private Failures() {}

    /** 503 when the database cannot be reached or does not answer in time, else 500. */
    static int status(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && !ourMistake(sql.getSQLState())) {
                return UNAVAILABLE;
            }
        }
        return SERVER_ERROR;
    }

    /** The classes of SQL states that say that the statement or its data was wrong (ISO/IEC 9075-2, section 24.1). */
    private static boolean ourMistake(String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
    }
}
