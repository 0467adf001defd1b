package org.ostiary.web.login;

import java.time.Duration;
import java.util.Optional;
import org.ostiary.ejb.authn.LoginOutcome.Reason;
import org.ostiary.web.page.Texts;

/** What the login page says when it did not log anybody in, and with which HTTP status. */
public enum LoginAlert {
    /** One message for an unknown name, a wrong password and a disabled account: nobody learns which. */
    INVALID_CREDENTIALS(200, "login.alert.credentials"),
    PASSKEY_REFUSED(200, "login.alert.passkey"),
    STALE_FORM(403, "alert.stale"),
    BUSY(503, "alert.busy"),
    UNAVAILABLE(503, "login.alert.unavailable");

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGER_PAUSE = Duration.ofSeconds(30);

    private final int status;
    private final String key;

    LoginAlert(int status, String key) {
        this.status = status;
        this.key = key;
    }

    static LoginAlert of(Reason reason) {
        return switch (reason) {
            case INVALID_CREDENTIALS -> INVALID_CREDENTIALS;
            case STALE_FORM -> STALE_FORM;
            case BUSY -> BUSY;
            case UNAVAILABLE -> UNAVAILABLE;
        };
    }

    static LoginAlert ofPasskey(Reason reason) {
        return reason == Reason.INVALID_CREDENTIALS ? PASSKEY_REFUSED : of(reason);
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
        return this == INVALID_CREDENTIALS;
    }

    /** How long to wait before trying again, when waiting helps. */
    public Optional<Duration> retryAfter() {
        return switch (this) {
            case BUSY -> Optional.of(PAUSE);
            case UNAVAILABLE -> Optional.of(LONGER_PAUSE);
            case INVALID_CREDENTIALS, PASSKEY_REFUSED, STALE_FORM -> Optional.empty();
        };
    }
}
