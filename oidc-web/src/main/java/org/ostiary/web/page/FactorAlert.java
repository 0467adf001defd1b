package org.ostiary.web.page;

import java.time.Duration;
import java.util.Optional;
import org.ostiary.ejb.stepup.StepUpOutcome.Reason;

/** What the pages for second factors say when a form was not accepted, and with which HTTP status. */
public enum FactorAlert {
    WRONG_CODE(200, "factor.alert.code"),
    KEY_REFUSED(200, "factor.alert.key"),
    TOO_MANY_TRIES(429, "factor.alert.tries"),
    STALE_FORM(403, "alert.stale");

    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final int status;
    private final String key;

    FactorAlert(int status, String key) {
        this.status = status;
        this.key = key;
    }

    /** The alert for a reason; empty where another page is next, which says what there is to say. */
    public static Optional<FactorAlert> of(Reason reason) {
        return switch (reason) {
            case WRONG_CODE -> Optional.of(WRONG_CODE);
            case KEY_REFUSED -> Optional.of(KEY_REFUSED);
            case TOO_MANY_TRIES -> Optional.of(TOO_MANY_TRIES);
            case STALE_FORM -> Optional.of(STALE_FORM);
            case NOT_ASKED -> Optional.empty();
        };
    }

    /** The HTTP status of the page that shows it. */
    public int status() {
        return status;
    }

    /** What the person reads. */
    public String text() {
        return Texts.text(key);
    }

    /** Whether it is about what was typed. */
    public boolean concernsFields() {
        return this == WRONG_CODE;
    }

    /** How long to wait before trying again, when waiting helps. */
    public Optional<Duration> retryAfter() {
        return this == TOO_MANY_TRIES ? Optional.of(PAUSE) : Optional.empty();
    }
}
