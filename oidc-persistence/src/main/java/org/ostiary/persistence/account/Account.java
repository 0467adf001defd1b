package org.ostiary.persistence.account;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.column.LinesConverter;

/**
 * A person who may log in.
 *
 * <p>The id is immutable and never given to another account; everything that must outlive a new username hangs on it. The
 * username is found by its key, a form in which equal-looking names are equal.
 *
 * <p>One file, because it is one row: most of it is a field and its accessor each, and who may change what together is decided
 * here alone.
 */
@Entity
@Table(name = "account")
public class Account {

    /** The origin of accounts that people made for themselves, whom nobody knows by their names. */
    public static final String SELF_MADE = "registration";

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "username")
    private String username;

    @Column(name = "username_key")
    private String usernameKey;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "email")
    private @Nullable String email;

    /** Made by the database, for {@link Accounts#ofEmail} alone. */
    @Column(name = "email_key", insertable = false, updatable = false)
    private @Nullable String emailKey;

    @Column(name = "email_verified")
    private boolean emailVerified;

    @Convert(converter = LinesConverter.class)
    @Column(name = "user_groups")
    private Set<String> groups;

    @Column(name = "claims")
    private @Nullable String claims;

    @Column(name = "password")
    private @Nullable String password;

    @Column(name = "disabled")
    private boolean disabled;

    @Column(name = "origin")
    private String origin;

    @Column(name = "language")
    private @Nullable String language;

    @Column(name = "external_id")
    private @Nullable String externalId;

    @Column(name = "absent_since")
    private @Nullable Instant absentSince;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @Column(name = "locked_at")
    private @Nullable Instant lockedAt;

    @Column(name = "rights_changed_at")
    private @Nullable Instant rightsChangedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /**
     * A new account without an email address.
     *
     * @param usernameKey the form of the name that is compared
     * @param password a digest, never the password
     * @param origin where accounts of this kind come from: {@code setup}, {@code file} or {@code registration}
     */
    public Account(
            String username, String usernameKey, Set<String> groups, String password, String origin, Instant now) {
        this(username, usernameKey, groups, origin, now);
        this.password = password;
    }

    /**
     * A person whose password is known outside.
     *
     * @param externalId what never changes about them there, and is never given to another
     */
    public static Account outside(String origin, String externalId, String username, String usernameKey, Instant now) {
        Account account = new Account(username, usernameKey, Set.of(), origin, now);
        account.externalId = externalId;
        return account;
    }

    private Account(String username, String usernameKey, Set<String> groups, String origin, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.username = username;
        this.usernameKey = usernameKey;
        this.displayName = username;
        this.groups = groups;
        this.origin = origin;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes what the source of accounts says today. */
    public void describe(AccountDescription today, Instant now) {
        if (today.equals(description())) {
            return;
        }
        if (!groups.equals(today.groups()) || (today.disabled() && !disabled)) {
            rightsChangedAt = now;
        }
        username = today.username();
        displayName = today.displayName();
        email = today.email();
        emailVerified = today.emailVerified();
        groups = today.groups();
        password = today.password();
        disabled = today.disabled();
        claims = today.claims();
        updatedAt = now;
    }

    private AccountDescription description() {
        return new AccountDescription(username, displayName, email, emailVerified, groups, password, disabled, claims);
    }

    /** Takes the name that the person wants to be called. */
    public void rename(String newDisplayName, Instant now) {
        displayName = newDisplayName;
        updatedAt = now;
    }

    /** Takes another address, or none with null; nobody has shown yet that mail to it reaches the person. */
    public void changeEmail(@Nullable String newEmail, Instant now) {
        email = newEmail;
        emailVerified = false;
        updatedAt = now;
    }

    /** Notes that mail to this address reaches the person; answers false when the account has another one by now. */
    public boolean confirmEmail(String confirmed, Instant now) {
        if (!confirmed.equals(email)) {
            return false;
        }
        emailVerified = true;
        updatedAt = now;
        return true;
    }

    /** Takes the digest of a new password. */
    public void changePassword(String digest, Instant now) {
        password = digest;
        updatedAt = now;
    }

    /** Takes the language that the person wants to read, a language tag (RFC 5646); null follows the browser. */
    public void speak(@Nullable String tag, Instant now) {
        language = tag;
        updatedAt = now;
    }

    /**
     * Takes what the place outside that knows the person says today. An operator's own lock is kept.
     *
     * @param usernameKey the form of the name that they have there now
     */
    public void recognise(AccountDescription today, String usernameKey, Instant now) {
        describe(today.lockedAs(disabled), now);
        if (!usernameKey.equals(this.usernameKey)) {
            rightsChangedAt = now;
        }
        this.usernameKey = usernameKey;
        absentSince = null;
        confirmedAt = now;
    }

    /** The place outside no longer knows the person, or locked them: as if disabled, until it says otherwise. */
    public void miss(Instant now) {
        if (absentSince == null) {
            absentSince = now;
            rightsChangedAt = now;
            updatedAt = now;
        }
        confirmedAt = now;
    }

    /** The place outside said nothing, so its last answer counts for another while, as if it were of that time. */
    public void postpone(Instant asIfAnswered) {
        confirmedAt = asIfAnswered;
    }

    /** Locks the account: it may not log in, and nothing that was issued for it works any longer. */
    public void disable(Instant now) {
        if (!disabled) {
            disabled = true;
            rightsChangedAt = now;
            updatedAt = now;
        }
    }

    public String id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String usernameKey() {
        return usernameKey;
    }

    public String displayName() {
        return displayName;
    }

    /** Null when none is known. */
    public @Nullable String email() {
        return email;
    }

    /** Further claims about the person, a JSON object; null for none (OIDC Core 1.0, section 5.1). */
    public @Nullable String claims() {
        return claims;
    }

    public boolean emailVerified() {
        return emailVerified;
    }

    public Set<String> groups() {
        return groups;
    }

    /** The digest of the password; null for an account that cannot log in with one. */
    public @Nullable String password() {
        return password;
    }

    /** Whether the person may do nothing: locked here, or no longer known where they came from. */
    public boolean disabled() {
        return disabled || locked() || absent();
    }

    /** Whether the place that the account comes from, or its making, says that it is disabled. */
    public boolean switchedOff() {
        return disabled;
    }

    /** Whether an administrator locked the account, whatever the place that it comes from says. */
    public boolean locked() {
        return lockedAt != null;
    }

    /** An administrator locks the account, and no import or directory unlocks it. */
    public void lock(Instant now) {
        if (lockedAt == null) {
            lockedAt = now;
            rightsChangedAt = now;
            updatedAt = now;
        }
    }

    /** Takes back {@link #lock}, and where nothing outside says otherwise {@link #disable} too. */
    public void unlock(boolean keptHere, Instant now) {
        lockedAt = null;
        disabled &= !keptHere;
        updatedAt = now;
    }

    /** Takes other groups. */
    public void join(Set<String> newGroups, Instant now) {
        groups = newGroups;
        rightsChangedAt = now;
        updatedAt = now;
    }

    /** Since when what the person granted was not judged, though they may have lost a right then; null when it was. */
    public @Nullable Instant rightsChangedAt() {
        return rightsChangedAt;
    }

    /** What the person granted is to be judged, from that moment on. */
    public void judgeRights(Instant from) {
        rightsChangedAt = from;
    }

    /** All that the person granted was judged. */
    public void rightsJudged() {
        rightsChangedAt = null;
    }

    /** Whether the place outside that the person came from no longer lets them in. */
    public boolean absent() {
        return absentSince != null;
    }

    /** Whether the password is known outside. */
    public boolean outside() {
        return externalId != null;
    }

    /** What never changes about the person in the place that knows the password; null for an account of our own. */
    public @Nullable String externalId() {
        return externalId;
    }

    /** When the place that knows the person was last asked; null for never. */
    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    public String origin() {
        return origin;
    }

    /** The language that the person chose; null for none. */
    public @Nullable String language() {
        return language;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
