package org.ostiary.ejb.stepup;

/** What became of a try to prove a second factor, or to enrol one. */
public sealed interface StepUpOutcome {

    /** It succeeded; the new handle of the session is for the cookie. */
    record Proved(String sessionCookie) implements StepUpOutcome {

        /** Without the handle, so that no log can hold it. */
        @Override
        public String toString() {
            return "Proved[]";
        }
    }

    /** It did not. */
    record Refused(Reason reason) implements StepUpOutcome {}

    /** Why not, as far as the person may know. */
    enum Reason {
        /** Not the code, or one that was used before. */
        WRONG_CODE,
        /** Too many wrong ones; for a while not even the right one counts. */
        TOO_MANY_TRIES,
        /** The form was used before, is too old, or was made for another account or browser. */
        STALE_FORM,
        /** This page is not what is missing: something comes first, or nothing is missing any more. */
        NOT_ASKED
    }
}
