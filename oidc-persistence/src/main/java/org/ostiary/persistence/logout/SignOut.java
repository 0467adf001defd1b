package org.ostiary.persistence.logout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One request to sign out, from when it was understood until its person has seen what came of it. */
@Entity
@Table(name = "sign_out")
public class SignOut {

    @Id
    @Column(name = "handle_hash")
    private String handleHash;

    @Column(name = "client_id")
    private @Nullable String clientId;

    @Column(name = "redirect_uri")
    private @Nullable String redirectUri;

    @Column(name = "state")
    private @Nullable String state;

    @Column(name = "hinted_session")
    private @Nullable String hintedSession;

    @Column(name = "logout_hint")
    private @Nullable String logoutHint;

    @Column(name = "language")
    private @Nullable String language;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected SignOut() {}

    /** A request that begins now. */
    public SignOut(String handleHash, SignOutWish wish, Instant now, Duration lifetime) {
        this.handleHash = handleHash;
        this.clientId = wish.clientId();
        this.redirectUri = wish.redirectUri();
        this.state = wish.state();
        this.hintedSession = wish.hintedSession();
        this.logoutHint = wish.logoutHint();
        this.language = wish.language();
        this.createdAt = now;
        this.expiresAt = now.plus(lifetime);
    }

    /**
     * Notes that the sessions it was about have ended.
     *
     * @param tag of the language that the person read then; the client's own wish stays
     */
    public void end(String tag, Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
        if (language == null) {
            language = tag;
        }
    }

    public String handleHash() {
        return handleHash;
    }

    public SignOutWish wish() {
        return new SignOutWish(clientId, redirectUri, state, hintedSession, logoutHint, language);
    }

    /** The tag of the language of its pages; null as long as nobody said one. */
    public @Nullable String language() {
        return language;
    }

    public boolean over(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether the sessions it was about have ended. */
    public boolean ended() {
        return endedAt != null;
    }
}
