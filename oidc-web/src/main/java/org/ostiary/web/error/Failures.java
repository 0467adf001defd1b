package org.ostiary.web.error;

import java.sql.SQLException;
import org.ostiary.ejb.password.HashingBusyException;

/** Which status a failure deserves that nobody foresaw. */
final class Failures {

    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;

    private Failures() {}

    /** 503 when the database does not answer in time or too many secrets are being hashed, else 500. */
    static int status(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HashingBusyException
                    || (cause instanceof SQLException sql && !ourMistake(sql.getSQLState()))) {
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
