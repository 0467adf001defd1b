package org.ostiary.persistence.logout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That one client is to be told of the end of one session, written in the transaction that ended it: neither a crash nor a
 * restart loses it. {@link LogoutDeliveries} moves it on.
 */
@Entity
@Table(name = "logout_delivery")
public class LogoutDelivery {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "sign_out")
    private @Nullable String signOut;

    @Column(name = "session_id")
    private String sessionId;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "sub")
    private String sub;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel")
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DeliveryState state;

    @Column(name = "attempts")
    private int attempts;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "next_at")
    private @Nullable Instant nextAt;

    @Column(name = "leased_by")
    private @Nullable String leasedBy;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Column(name = "last_answer")
    private @Nullable String lastAnswer;

    @Column(name = "took_ms")
    private @Nullable Long tookMillis;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected LogoutDelivery() {}

    /**
     * One that begins now. By the back channel it is due at once, by the front channel it waits for the browser that asked.
     *
     * @param signOut the hash of the handle of the request to sign out; null when nobody waits with a browser
     * @param recipient the client, and what it knows the person by
     */
    public LogoutDelivery(
            @Nullable String signOut,
            String sessionId,
            String accountId,
            LogoutRecipient recipient,
            Channel channel,
            Instant now) {
        this.id = UUID.randomUUID().toString();
        this.signOut = signOut;
        this.sessionId = sessionId;
        this.accountId = accountId;
        this.clientId = recipient.clientId();
        this.sub = recipient.sub();
        this.channel = channel;
        this.createdAt = now;
        boolean told = channel == Channel.BACK || (channel == Channel.FRONT && signOut != null);
        this.state = told ? DeliveryState.WAITING : DeliveryState.NOT_TOLD;
        this.nextAt = channel == Channel.BACK ? now : null;
        this.finishedAt = told ? null : now;
    }

    public String id() {
        return id;
    }

    public String sessionId() {
        return sessionId;
    }

    public String accountId() {
        return accountId;
    }

    public String clientId() {
        return clientId;
    }

    /** What the client knows the person by. */
    public String sub() {
        return sub;
    }

    public Channel channel() {
        return channel;
    }

    public DeliveryState state() {
        return state;
    }

    /** How often it was tried. */
    public int attempts() {
        return attempts;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it is tried next, or counts as lost by the node that tries it now; null when it will not be tried. */
    public @Nullable Instant nextAt() {
        return nextAt;
    }

    /** When it was decided; null while it is waiting. */
    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    /** What came of the last attempt, in words; null before the first. */
    public @Nullable String lastAnswer() {
        return lastAnswer;
    }

    /** How long the last attempt took; null before the first. */
    public @Nullable Long tookMillis() {
        return tookMillis;
    }
}
