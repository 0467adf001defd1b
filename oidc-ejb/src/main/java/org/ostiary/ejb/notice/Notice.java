package org.ostiary.ejb.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.audit.AuditEvent.AccountLocked;
import org.ostiary.ejb.audit.AuditEvent.EmailChanged;
import org.ostiary.ejb.audit.AuditEvent.FactorEnrolled;
import org.ostiary.ejb.audit.AuditEvent.FactorRemoved;
import org.ostiary.ejb.audit.AuditEvent.FactorsReset;
import org.ostiary.ejb.audit.AuditEvent.KeyCopySuspected;
import org.ostiary.ejb.audit.AuditEvent.NewBrowserSeen;
import org.ostiary.ejb.audit.AuditEvent.PasswordChanged;
import org.ostiary.ejb.audit.AuditEvent.PasswordReset;
import org.ostiary.ejb.audit.AuditEvent.RecoveryCodesReplaced;
import org.ostiary.ejb.audit.AuditEvent.SecondFactorFailed;

/** What people are told of. The texts {@code <name>.subject}, {@code <name>.text} and {@code <name>.otherwise} say it. */
enum Notice {
    PASSWORD_CHANGED,
    PASSWORD_RESET_DONE,
    EMAIL_CHANGED,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    FACTORS_RESET,
    RECOVERY_CODES_REPLACED,
    /** Only who holds the key, or a copy, can cause it, but a copy can as often as it likes. */
    KEY_COPIED,
    NEW_DEVICE,
    /** Strangers can cause it as often as they like, so it is told once a day. */
    ACCOUNT_LOCKED,
    /** Like {@link #ACCOUNT_LOCKED}. */
    CODES_GUESSED;

    /** More than a person causes, and less than would fill a mailbox that somebody entered who does not own it. */
    private static final int MANY = 20;

    /** What is told of an event; empty for nothing. */
    static Optional<Notice> of(AuditEvent event) {
        return Optional.ofNullable(find(event));
    }

    private static @Nullable Notice find(AuditEvent event) {
        if (event instanceof PasswordChanged) {
            return PASSWORD_CHANGED;
        }
        if (event instanceof PasswordReset) {
            return PASSWORD_RESET_DONE;
        }
        if (event instanceof EmailChanged) {
            return EMAIL_CHANGED;
        }
        if (event instanceof FactorEnrolled) {
            return FACTOR_ADDED;
        }
        if (event instanceof FactorRemoved) {
            return FACTOR_REMOVED;
        }
        if (event instanceof FactorsReset) {
            return FACTORS_RESET;
        }
        if (event instanceof RecoveryCodesReplaced) {
            return RECOVERY_CODES_REPLACED;
        }
        if (event instanceof KeyCopySuspected) {
            return KEY_COPIED;
        }
        if (event instanceof NewBrowserSeen) {
            return NEW_DEVICE;
        }
        if (event instanceof AccountLocked) {
            return ACCOUNT_LOCKED;
        }
        return event instanceof SecondFactorFailed failed && failed.tooMany() ? CODES_GUESSED : null;
    }

    /** How many letters of the kind an account is written in a day. */
    int mostADay() {
        return this == ACCOUNT_LOCKED || this == CODES_GUESSED || this == KEY_COPIED ? 1 : MANY;
    }

    /** What is told between subject and advice. Where an administrator sat does not concern the owner. */
    List<String> paragraphs() {
        return this == FACTORS_RESET ? List.of(key() + ".text") : List.of(key() + ".text", "facts");
    }

    /** The name that texts and the outbox use. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
