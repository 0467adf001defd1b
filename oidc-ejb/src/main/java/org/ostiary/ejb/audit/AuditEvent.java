package org.ostiary.ejb.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something an auditor must be able to find. Never holds a token, a code, a password or a full subject identifier.
 *
 * <p>One long file, because it is a list: each event is a few lines with no logic, and whoever adds one must see all names
 * that are taken, since records are searched by them for good.
 */
public sealed interface AuditEvent {

    /** The stable name of the event. */
    String name();

    /** Whether it went as asked. */
    default boolean succeeded() {
        return true;
    }

    /** The account concerned; null for none. */
    default @Nullable String accountId() {
        return null;
    }

    /** The client concerned; null for none. */
    default @Nullable String clientId() {
        return null;
    }

    /**
     * Who did it: {@code account:} or {@code client:} and the identifier, {@code anonymous} for someone who did not prove
     * who they are, {@code server} for what happens by itself.
     */
    default String actor() {
        String account = accountId();
        if (account != null && succeeded()) {
            return "account:" + account;
        }
        return account == null && clientId() == null ? "server" : "anonymous";
    }

    /** The rule by which it was refused; null when nothing was, or none has a name. */
    default @Nullable String rule() {
        return null;
    }

    /** Why; null when the name says it all. */
    default @Nullable String reason() {
        return null;
    }

    /** A person proved who they are. */
    record LoginSucceeded(String accountId, String clientId) implements AuditEvent {
        @Override
        public String name() {
            return "login_succeeded";
        }
    }

    /** Someone failed to; {@code accountId} is null when the username is unknown. */
    record LoginFailed(@Nullable String accountId, String clientId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "login_failed";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** A person who was logged in proved a second factor; {@code reason} lists the methods (RFC 8176, section 2). */
    record SecondFactorProved(String accountId, String clientId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "second_factor_proved";
        }
    }

    /** Someone with the right password failed to prove a second factor. */
    record SecondFactorFailed(String accountId, String clientId, String reason) implements AuditEvent {

        /** The reason where no code is judged any more. */
        public static final String TOO_MANY = "too many wrong codes";

        /** Whether so many were wrong that none is judged for a while. */
        public boolean tooMany() {
            return reason.equals(TOO_MANY);
        }

        @Override
        public String name() {
            return "second_factor_failed";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** A person took a second factor away; {@code reason} says of which kind. */
    record FactorRemoved(String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "factor_removed";
        }
    }

    /** An administrator, {@code actor}, took all second factors of a person away; {@code reason} says how many. */
    record FactorsReset(String accountId, String actor, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "factors_reset";
        }
    }

    /** A person gave a second factor another name; {@code reason} says of which kind it is. */
    record FactorRenamed(String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "factor_renamed";
        }
    }

    /** The counter of a security key went back, which one key alone never does. */
    record KeyCopySuspected(String accountId) implements AuditEvent {
        @Override
        public String name() {
            return "key_copy_suspected";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** A person got new recovery codes, and the old ones died. */
    record RecoveryCodesReplaced(String accountId) implements AuditEvent {
        @Override
        public String name() {
            return "recovery_codes_replaced";
        }
    }

    /** Someone tried to change factors without having proved all of them just now. */
    record FactorChangeRefused(String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "factor_change_refused";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** An authenticator's answer did not count; {@code accountId} is null where it is unknown whose it would be. */
    record KeyAnswerRefused(@Nullable String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "key_answer_refused";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** A person enrolled a second factor; {@code reason} says of which kind. */
    record FactorEnrolled(String accountId, String reason) implements AuditEvent {

        /** A kind. */
        public static final String APP = "authenticator app";

        /** The other kind. */
        public static final String KEY = "security key";

        @Override
        public String name() {
            return "factor_enrolled";
        }
    }

    /** A person made an account. */
    record AccountRegistered(String accountId, String clientId) implements AuditEvent {
        @Override
        public String name() {
            return "account_registered";
        }
    }

    /** A person was not let make an account. */
    record RegistrationRefused(String clientId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "registration_refused";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** A person went on with another account that this browser is logged in with. */
    record AccountChosen(String accountId, String clientId) implements AuditEvent {
        @Override
        public String name() {
            return "account_chosen";
        }
    }

    /**
     * So many wrong passwords were tried that no more are judged for a while; {@code reason} says which and until when.
     *
     * @param accountId null where the name is unknown, and where an address is meant
     */
    record AccountLocked(@Nullable String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "account_locked";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** Passwords are judged again after an {@link AccountLocked}; noted when the next one comes. */
    record AccountUnlocked(@Nullable String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "account_unlocked";
        }
    }

    /** A person logged out. */
    record SessionEnded(String accountId) implements AuditEvent {
        @Override
        public String name() {
            return "session_ended";
        }
    }

    /** The server ended a session, because it was not used, its time was over, or its person is let in no more. */
    record SessionExpired(String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "session_expired";
        }

        @Override
        public String actor() {
            return "server";
        }
    }

    /** A client could not be told that a session ended, for good. */
    record LogoutNotDelivered(String clientId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "logout_not_delivered";
        }

        @Override
        public boolean succeeded() {
            return false;
        }

        @Override
        public String actor() {
            return "server";
        }
    }

    /** A person said yes to a client; {@code reason} lists what was granted and what was not. */
    record ConsentGiven(String accountId, String clientId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "consent_given";
        }
    }

    /** A person said no to a client. */
    record ConsentDenied(String accountId, String clientId) implements AuditEvent {
        @Override
        public String actor() {
            return "account:" + accountId;
        }

        @Override
        public String name() {
            return "consent_denied";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** A person changed what a client may have; {@code reason} lists what is granted now and what is not any more. */
    record ConsentChanged(String accountId, String clientId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "consent_changed";
        }
    }

    /** A client lost all that it had of a person; {@code reason} says how much that was. */
    record ApplicationRevoked(String accountId, String clientId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "application_revoked";
        }
    }

    /** A client was sent an authorization code. */
    record CodeIssued(String accountId, String clientId) implements AuditEvent {
        @Override
        public String name() {
            return "code_issued";
        }
    }

    /** A client redeemed a code for tokens. */
    record TokensIssued(String accountId, String clientId) implements AuditEvent {
        @Override
        public String actor() {
            return "client:" + clientId;
        }

        @Override
        public String name() {
            return "tokens_issued";
        }
    }

    /** A client used a refresh token for new tokens. */
    record TokensRefreshed(String accountId, String clientId) implements AuditEvent {
        @Override
        public String actor() {
            return "client:" + clientId;
        }

        @Override
        public String name() {
            return "tokens_refreshed";
        }
    }

    /** A client gave back a token; {@code reason} says what ended with it. */
    record TokenRevoked(@Nullable String accountId, String clientId, String reason) implements AuditEvent {
        @Override
        public String actor() {
            return "client:" + clientId;
        }

        @Override
        public String name() {
            return "token_revoked";
        }
    }

    /** A client got an access token for itself. */
    record OwnTokenIssued(String clientId) implements AuditEvent {
        @Override
        public String actor() {
            return "client:" + clientId;
        }

        @Override
        public String name() {
            return "own_token_issued";
        }
    }

    /** A refresh token was used again, so everything that the grant led to was revoked. */
    record RefreshReused(String accountId, String clientId) implements AuditEvent {
        @Override
        public String actor() {
            return "client:" + clientId;
        }

        @Override
        public String name() {
            return "refresh_reuse";
        }

        @Override
        public boolean succeeded() {
            return false;
        }

        @Override
        public String reason() {
            return "grant revoked";
        }
    }

    /** Someone brought so many wrong verifiers for a code that it was spent. */
    record CodeGuessed(String accountId, String clientId) implements AuditEvent {
        @Override
        public String actor() {
            return "client:" + clientId;
        }

        @Override
        public String name() {
            return "code_guessed";
        }

        @Override
        public boolean succeeded() {
            return false;
        }

        @Override
        public String reason() {
            return "code spent";
        }
    }

    /** Everything that a grant led to was revoked, because the person lost the right to it. */
    record GrantRevoked(String accountId, String clientId, String reason) implements AuditEvent {
        @Override
        public String actor() {
            return "server";
        }

        @Override
        public String name() {
            return "grant_revoked";
        }
    }

    /** A person may not use the client; {@code reason} is the rule that says so. */
    record AccessRefused(String accountId, String clientId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "access_refused";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** A code was used again, so everything it led to was revoked. */
    record CodeReplayed(String accountId, String clientId) implements AuditEvent {
        @Override
        public String actor() {
            return "client:" + clientId;
        }

        @Override
        public String name() {
            return "code_replayed";
        }

        @Override
        public boolean succeeded() {
            return false;
        }

        @Override
        public String reason() {
            return "grant revoked";
        }
    }

    /** The set-up link created an administrator. */
    record AdministratorCreated(String accountId) implements AuditEvent {
        @Override
        public String name() {
            return "administrator_created";
        }
    }

    /**
     * An administrator or auditor did, or looked at, something.
     *
     * @param operation its stable name, in the imperative
     * @param actor {@code account:} or {@code client:} and the identifier
     * @param accountId whom it concerned; null for nobody
     * @param clientId the client that it concerned; null for none
     * @param reason what came of it, or was asked for; null when the name says it all
     */
    record AdministrationDone(
            String operation,
            String actor,
            @Nullable String accountId,
            @Nullable String clientId,
            @Nullable String reason)
            implements AuditEvent {
        @Override
        public String name() {
            return "admin_" + operation;
        }
    }

    /** Somebody who is known was refused an operation; {@code reason} names it. */
    record AdministrationRefused(String actor, String rule, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "admin_refused";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** The host's configuration asked for a link that makes another administrator, and one was printed. */
    record RecoveryLinkOpened() implements AuditEvent {
        @Override
        public String name() {
            return "recovery_link_opened";
        }
    }

    /** Another signing key was made, to follow the one in use; {@code kid} names it. */
    record KeyRotated(String kid, String algorithm) implements AuditEvent {
        @Override
        public String name() {
            return "key_rotated";
        }

        @Override
        public String reason() {
            return algorithm + " " + kid;
        }
    }

    /** A signing key was ended at once. */
    record KeyRevoked(String kid) implements AuditEvent {
        @Override
        public String name() {
            return "key_revoked";
        }

        @Override
        public String reason() {
            return kid;
        }
    }

    /** A backup was restored, and what was issued before counts for nothing; {@code reason} says since when, and how much it was. */
    record EpochBegun(String reason) implements AuditEvent {
        @Override
        public String name() {
            return "epoch_begun";
        }
    }

    /** Long work that somebody ordered was begun, taken over or ended; {@code reason} says which and what came of it. */
    record JobDone(String actor, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "job_done";
        }
    }

    /** A file of subject identifiers was taken over at the start; {@code reason} counts them. */
    record SubjectsImported(String reason) implements AuditEvent {
        @Override
        public String name() {
            return "subjects_imported";
        }
    }

    /** A person ended another session of theirs; {@code reason} says which. */
    record OtherSessionEnded(String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "other_session_ended";
        }
    }

    /** A person ended all their other sessions. */
    record OtherSessionsEnded(String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "other_sessions_ended";
        }
    }

    /** A browser that an account had not been seen with before logged in to it. */
    record NewBrowserSeen(String accountId) implements AuditEvent {
        @Override
        public String name() {
            return "new_browser_seen";
        }
    }

    /** A person changed their password. */
    record PasswordChanged(String accountId) implements AuditEvent {
        @Override
        public String name() {
            return "password_changed";
        }
    }

    /** Someone with a session of the account did not know its password, or chose one that may not be set. */
    record PasswordChangeFailed(String accountId, String rule) implements AuditEvent {
        @Override
        public String name() {
            return "password_change_failed";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** A person changed what they are called, or another part of their own data; {@code reason} names it. */
    record ProfileChanged(String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "profile_changed";
        }
    }

    /**
     * A person changed their email address; it counts as not confirmed from then on.
     *
     * @param former the address before, which is told by mail too and not recorded; null for none
     */
    record EmailChanged(String accountId, @Nullable String former) implements AuditEvent {
        @Override
        public String name() {
            return "email_changed";
        }
    }

    /** A person showed that mail reaches them. */
    record EmailConfirmed(String accountId) implements AuditEvent {
        @Override
        public String name() {
            return "email_confirmed";
        }
    }

    /** A mail to an account's owner was not sent and never will be; {@code reason} names its kind and why. */
    record MailGivenUp(String accountId, String reason) implements AuditEvent {
        @Override
        public String actor() {
            return "server";
        }

        @Override
        public String name() {
            return "mail_given_up";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** A person whom a place outside knows logged in for the first time, and has an account now; {@code reason} is the place. */
    record AccountAdded(String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "account_added";
        }
    }

    /** The place outside that an account comes from no longer lets the person in: nothing issued to them works any longer. */
    record AccountAbsent(String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "account_absent";
        }

        @Override
        public String actor() {
            return "server";
        }
    }

    /** The place outside lets the person in again after an {@link AccountAbsent}; {@code reason} is the place. */
    record AccountBack(String accountId, String reason) implements AuditEvent {
        @Override
        public String name() {
            return "account_back";
        }

        @Override
        public String actor() {
            return "server";
        }
    }

    /** Somebody asked for a new password; {@code reason} says what they were sent, or why nothing. */
    record PasswordResetRequested(@Nullable String accountId, boolean succeeded, String reason) implements AuditEvent {
        @Override
        public String actor() {
            return "anonymous";
        }

        @Override
        public String name() {
            return "password_reset_requested";
        }
    }

    /** Somebody asked too often, or brought a link that does not work; {@code rule} says which. */
    record PasswordResetRefused(String rule) implements AuditEvent {
        @Override
        public String actor() {
            return "anonymous";
        }

        @Override
        public String name() {
            return "password_reset_refused";
        }

        @Override
        public boolean succeeded() {
            return false;
        }
    }

    /** A person chose a new password by a link that was mailed to them. */
    record PasswordReset(String accountId) implements AuditEvent {
        @Override
        public String name() {
            return "password_reset";
        }
    }
}
