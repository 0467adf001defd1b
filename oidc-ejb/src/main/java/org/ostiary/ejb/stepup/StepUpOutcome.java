package org.ostiary.ejb.stepup;

import java.util.List;
import org.ostiary.ejb.session.SessionCookie;

/** What became of a try to prove a second factor, or to enrol one. */
public sealed interface StepUpOutcome {

    /** It succeeded; the browser keeps the cookie. */
    record Proved(SessionCookie sessionCookie) implements StepUpOutcome {}

    /**
     * A first factor was enrolled; the codes for the day it is lost are shown now and never again.
     *
     * @param display how the application wants that page to look
     */
    record Enrolled(SessionCookie sessionCookie, List<String> recoveryCodes, String display) implements StepUpOutcome {

        /** Without handle and codes, so that no log can hold them. */
        @Override
        public String toString() {
            return "Enrolled[]";
        }
    }

    /** It did not. */
    record Refused(Reason reason) implements StepUpOutcome {}

    /** Why not, as far as the person may know. */
    enum Reason {
        /** Not the code, or one that was used before. */
        WRONG_CODE,
        /** The answer of the security key does not count. */
        KEY_REFUSED,
        /** Too many wrong ones; for a while not even the right one counts. */
        TOO_MANY_TRIES,
        /** The form was used before, is too old, or was made for another account or browser. */
        STALE_FORM,
        /** This page is not what is missing: something comes first, or nothing is missing any more. */
        NOT_ASKED
    }
}
