package org.ostiary.ejb.ending;

import java.time.Instant;

/**
 * An application that took part in a session that ended, and whether it knows.
 *
 * @param ended when the session ended
 */
public record ToldApplication(String clientId, String name, Result result, Instant ended) {

    /** Whether it knows. */
    public enum Result {
        /** It said that it signed the person out. */
        SIGNED_OUT,
        /** It has not answered yet, and is asked again. */
        WAITING,
        /** It was told through the browser; nobody can know whether that helped. */
        UNKNOWN,
        /** It refused, was asked too often without an answer, or cannot be told. */
        NOT_TOLD
    }
}
