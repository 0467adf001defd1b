package org.ostiary.ejb.factor;

import java.util.List;
import org.ostiary.ejb.session.SessionCookie;

/** What became of a change of somebody's second factors. */
public sealed interface FactorChange {

    /** It was done. */
    record Done() implements FactorChange {}

    /**
     * A factor was enrolled, and with that proved; the browser keeps the cookie.
     *
     * @param recoveryCodes of a first factor, which are shown now and never again; empty for another one
     */
    record Enrolled(SessionCookie sessionCookie, List<String> recoveryCodes) implements FactorChange {

        /** Without handle and codes, so that no log can hold them. */
        @Override
        public String toString() {
            return "Enrolled[]";
        }
    }

    /** New recovery codes, which are shown now and never again. */
    record NewCodes(List<String> recoveryCodes) implements FactorChange {

        /** Without the codes, so that no log can hold them. */
        @Override
        public String toString() {
            return "NewCodes[]";
        }
    }

    /** It was not. */
    record NotDone(Reason reason) implements FactorChange {}

    /** Why not. */
    enum Reason {
        /** Password and second factor must be proved again first. */
        NOT_FRESH,
        /** The form was used before, is too old, or belongs to another session. */
        STALE_FORM,
        /** The code of the app is not right. */
        WRONG_CODE,
        /** The answer of the security key does not count. */
        KEY_REFUSED,
        /** The account has no such factor. */
        UNKNOWN_FACTOR,
        /** The account has so many that it gets no more. */
        TOO_MANY,
        /** The name is empty or too long, or would not be shown as it is. */
        UNUSABLE_NAME
    }
}
