package org.ostiary.ejb.ending;

/** Why a session ended. */
public enum EndReason {
    /** Its person signed out. */
    SIGNED_OUT("signed out"),
    /** Its person ended it from elsewhere. */
    ENDED_ELSEWHERE("ended elsewhere"),
    /** It was not used for too long. */
    IDLE("not used"),
    /** Its time was over. */
    TOO_OLD("time over"),
    /** The password of its account changed. */
    PASSWORD_CHANGED("password changed"),
    /** Its account was disabled. */
    ACCOUNT_DISABLED("account disabled"),
    /** An administrator ended it. */
    ADMINISTRATOR("ended by an administrator"),
    /** Another account took its place in the browser. */
    REMOVED("removed from browser");

    private final String text;

    EndReason(String text) {
        this.text = text;
    }

    /** As it is written down. */
    public String text() {
        return text;
    }
}
