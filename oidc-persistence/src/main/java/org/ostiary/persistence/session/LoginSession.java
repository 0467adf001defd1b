package org.ostiary.persistence.session;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.column.WordsConverter;

/**
 * One person logged in with one browser.
 *
 * <p>It begins with a login and ends by logout, after a time without use, or at its absolute end, whichever comes first. A
 * remembered one knows no time without use. A new login makes a new session under a new handle; none is ever extended to
 * another account.
 *
 * <p>A browser may hold several, one for each account. They share its id, which no browser ever sees; the handle of the one in
 * use is the only one that a browser knows.
 */
@Entity
@Table(name = "login_session")
public class LoginSession {

    private static final int LONGEST_USER_AGENT = 300;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "handle_hash")
    private String handleHash;

    @Column(name = "browser_id")
    private String browserId;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "auth_time")
    private Instant authTime;

    @Convert(converter = WordsConverter.class)
    @Column(name = "amr")
    private Set<String> amr;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "remembered")
    private boolean remembered;

    @Column(name = "ip")
    private String ip = "";

    @Column(name = "user_agent")
    private String userAgent = "";

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected LoginSession() {}

    /** A session that begins now with the login that just succeeded by the methods {@code amr} (RFC 8176, section 2). */
    public LoginSession(String handleHash, String accountId, Set<String> amr, Instant now, Duration absoluteLifetime) {
        this.id = UUID.randomUUID().toString();
        this.browserId = UUID.randomUUID().toString();
        this.handleHash = handleHash;
        this.accountId = accountId;
        this.amr = amr;
        this.authTime = now;
        this.createdAt = now;
        this.lastSeenAt = now;
        this.expiresAt = now.plus(absoluteLifetime);
    }

    /** Whether the session counts at {@code now}, when {@code idle} is the longest time without use. */
    public boolean alive(Instant now, Duration idle) {
        return endedAt == null && now.isBefore(expiresAt) && (remembered || now.isBefore(lastSeenAt.plus(idle)));
    }

    /** Puts the session beside those that the browser of the other one holds. */
    public void joinBrowserOf(LoginSession other) {
        browserId = other.browserId;
    }

    /** The person wants to stay logged in with this browser until then, used or not. */
    public void remember(Instant until) {
        remembered = true;
        expiresAt = until;
    }

    /** The person does not want that any longer. */
    public void forget(Instant until) {
        remembered = false;
        expiresAt = until;
    }

    /** The person uses the session from now on, under a new handle; the old one is dead. */
    public void takeUp(String newHandleHash, Instant now) {
        handleHash = newHandleHash;
        lastSeenAt = now;
    }

    /** The person uses another session: nobody has the handle of this one. */
    public void putAside(String hashOfUnknownHandle) {
        handleHash = hashOfUnknownHandle;
    }

    /** The moment, or the absolute end of the session if that comes first. */
    public Instant capped(Instant moment) {
        return moment.isBefore(expiresAt) ? moment : expiresAt;
    }

    /** The same person proved again who they are: the session goes on under a new handle, the old one is dead. */
    public void reauthenticate(String newHandleHash, Set<String> newAmr, Instant now, Duration absoluteLifetime) {
        handleHash = newHandleHash;
        amr = newAmr;
        authTime = now;
        lastSeenAt = now;
        if (!remembered) {
            expiresAt = now.plus(absoluteLifetime);
        }
    }

    /**
     * The same person proved more: what the session knows of them grows, its handle changes, its absolute end stays, and so does
     * the time of the login. Else a code alone would make an old password a fresh one.
     */
    public void elevate(String newHandleHash, List<String> moreAmr, Instant now) {
        Set<String> united = new LinkedHashSet<>(amr);
        united.addAll(moreAmr);
        handleHash = newHandleHash;
        amr = united;
        lastSeenAt = now;
    }

    /** Notes where the login came from, and what the browser called itself. */
    public void comesFrom(String address, String browser) {
        ip = address;
        userAgent = browser.length() <= LONGEST_USER_AGENT ? browser : browser.substring(0, LONGEST_USER_AGENT);
    }

    public String id() {
        return id;
    }

    /** Whether the browser that has this handle uses the session. */
    public boolean isBehind(String hashOfHandle) {
        return handleHash.equals(hashOfHandle);
    }

    public String browserId() {
        return browserId;
    }

    /** Whether it outlives the browser's window and every time without use. */
    public boolean remembered() {
        return remembered;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public String accountId() {
        return accountId;
    }

    /** When the person last logged in: all that the session knows of them was proved then or later. */
    public Instant authTime() {
        return authTime;
    }

    public Set<String> amr() {
        return amr;
    }

    /** When the person first logged in with this browser. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Where the latest login came from; empty when that is not known. */
    public String ip() {
        return ip;
    }

    /** What the browser called itself; empty when that is not known. */
    public String userAgent() {
        return userAgent;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    /** Whether somebody or something ended it. */
    public boolean ended() {
        return endedAt != null;
    }

    /** Why it ended, in one word; null while it has not. */
    public @Nullable String endReason() {
        return endReason;
    }
}
