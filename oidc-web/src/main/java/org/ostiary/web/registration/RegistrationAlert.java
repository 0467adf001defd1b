package org.ostiary.web.registration;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.ostiary.ejb.password.PasswordRules;
import org.ostiary.ejb.registration.RegistrationOutcome.Reason;
import org.ostiary.web.page.Texts;

/** What the registration page says when it made no account, with which HTTP status, and about which field. */
public enum RegistrationAlert {
    STALE_FORM(403, "", Duration.ZERO),
    USERNAME_UNUSABLE(200, "username", Duration.ZERO),
    NAME_UNUSABLE(200, "name", Duration.ZERO),
    EMAIL_UNUSABLE(200, "email", Duration.ZERO),
    PASSWORD_TOO_SHORT(200, "password", Duration.ZERO),
    PASSWORD_TOO_LONG(200, "password", Duration.ZERO),
    TOO_MANY(429, "", Duration.ofHours(1)),
    SOURCE_AWAY(503, "", Duration.ofSeconds(30)),
    BUSY(503, "", Duration.ofSeconds(5));

    private final int status;
    private final String field;
    private final Duration pause;

    RegistrationAlert(int status, String field, Duration pause) {
        this.status = status;
        this.field = field;
        this.pause = pause;
    }

    static RegistrationAlert of(Reason reason) {
        return valueOf(reason.name());
    }

    /** The HTTP status of the page that shows it. */
    public int status() {
        return status;
    }

    /** The field it is about: username, name, email, password, or empty for none. */
    public String field() {
        return field;
    }

    /** What the person reads. */
    public String text() {
        return Texts.text(
                "register.alert." + name().toLowerCase(Locale.ROOT), PasswordRules.ADMINISTRATOR_MINIMUM_CHARACTERS);
    }

    /** How long to wait before trying again, when waiting helps. */
    public Optional<Duration> retryAfter() {
        return pause.isZero() ? Optional.empty() : Optional.of(pause);
    }
}
