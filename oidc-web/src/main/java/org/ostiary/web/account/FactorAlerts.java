package org.ostiary.web.account;

import org.ostiary.ejb.factor.FactorChange.Reason;

/** What the pages for one's own second factors say when a change was not made, and with which HTTP status. */
enum FactorAlerts {
    CODE(200, "factor.alert.code"),
    KEY(200, "factors.alert.key"),
    NAME(200, "factors.alert.name"),
    MANY(200, "factors.alert.many"),
    STALE(403, "alert.stale");

    private final int status;
    private final String key;

    FactorAlerts(int status, String key) {
        this.status = status;
        this.key = key;
    }

    /** The alert for a reason; what has a page of its own, or none, is out of date here. */
    static FactorAlerts of(Reason reason) {
        return switch (reason) {
            case WRONG_CODE -> CODE;
            case KEY_REFUSED -> KEY;
            case UNUSABLE_NAME -> NAME;
            case TOO_MANY -> MANY;
            case STALE_FORM, NOT_FRESH, UNKNOWN_FACTOR -> STALE;
        };
    }

    int status() {
        return status;
    }

    /** The key of the text. */
    String key() {
        return key;
    }
}
