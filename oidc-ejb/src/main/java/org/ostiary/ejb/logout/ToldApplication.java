package org.ostiary.ejb.logout;

/** An application that took part in a session that ended, and whether it knows. */
public record ToldApplication(String clientId, String name, Result result) {

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
