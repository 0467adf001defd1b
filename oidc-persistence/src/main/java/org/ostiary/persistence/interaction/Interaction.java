package org.ostiary.persistence.interaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request that waits for a person, or a person's way to a page of ours.
 *
 * <p>Its parameters never change. The first browser that opens it is the only one it answers to. See
 * {@link InteractionState} for its life.
 */
@Entity
@Table(name = "interaction")
public class Interaction {

    @Id
    @Column(name = "handle_hash")
    private String handleHash;

    @Column(name = "browser_hash")
    private @Nullable String browserHash;

    @Column(name = "client_id")
    private @Nullable String clientId;

    @Column(name = "destination")
    private @Nullable String destination;

    @Column(name = "parameters")
    private String parameters;

    @Column(name = "pushed_hash")
    private @Nullable String pushedHash;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "chosen_at")
    private @Nullable Instant chosenAt;

    @Column(name = "chosen_session")
    private @Nullable String chosenSession;

    @Column(name = "consented_at")
    private @Nullable Instant consentedAt;

    @Column(name = "consented_account")
    private @Nullable String consentedAccount;

    @Column(name = "consented_items")
    private String consentedItems = "";

    @Column(name = "denied_at")
    private @Nullable Instant deniedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Interaction() {}

    /**
     * A request that was received now.
     *
     * @param parameters the request's parameters, form-encoded
     * @param pushedHash of the pushed request they come from (RFC 9126); null for none
     * @param browserHash of the browser it belongs to; null leaves that to the first browser that opens it
     */
    public Interaction(
            String handleHash,
            @Nullable String browserHash,
            String clientId,
            String parameters,
            @Nullable String pushedHash,
            Instant now,
            Instant expiresAt) {
        this.handleHash = handleHash;
        this.browserHash = browserHash;
        this.clientId = clientId;
        this.parameters = parameters;
        this.pushedHash = pushedHash;
        this.requestedAt = now;
        this.expiresAt = expiresAt;
    }

    /**
     * A person who came to a page of ours now.
     *
     * @param browserHash of the browser it belongs to
     * @param destination the path of the page, from the root of the issuer
     * @param parameters what must be true before, form-encoded like an authorization request
     */
    public Interaction(
            String handleHash,
            String browserHash,
            String destination,
            String parameters,
            Instant now,
            Instant expiresAt) {
        this.handleHash = handleHash;
        this.browserHash = browserHash;
        this.destination = destination;
        this.parameters = parameters;
        this.requestedAt = now;
        this.expiresAt = expiresAt;
    }

    /** Where in its life the interaction is at {@code now}. */
    public InteractionState state(Instant now) {
        if (completedAt != null) {
            return InteractionState.COMPLETED;
        }
        return now.isBefore(expiresAt) ? InteractionState.OPEN : InteractionState.EXPIRED;
    }

    /** Null when no client asks, because the person is on the way to a page of ours. */
    public @Nullable String clientId() {
        return clientId;
    }

    /** The path of the page of ours that the person is on the way to; null when a client asks. */
    public @Nullable String destination() {
        return destination;
    }

    public String parameters() {
        return parameters;
    }

    /** Null when the parameters were not pushed beforehand. */
    public @Nullable String pushedHash() {
        return pushedHash;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public boolean bound() {
        return browserHash != null;
    }

    public boolean belongsTo(String hashOfBrowser) {
        return hashOfBrowser.equals(browserHash);
    }

    /** Whether the person chose an account within this interaction, or logged in. */
    public boolean chosen() {
        return chosenAt != null;
    }

    /** The session of the account that the person chose; null when none was, or another account is wanted. */
    public @Nullable String chosenSession() {
        return chosenSession;
    }

    /** Whether this very account said yes within this interaction. */
    public boolean consentedBy(String accountId) {
        return consentedAt != null && accountId.equals(consentedAccount);
    }

    /** What that account allowed, item by item; the rest of what was asked for it denied. */
    public Set<String> consentedItems() {
        return new LinkedHashSet<>(consentedItems.lines().toList());
    }

    public boolean denied() {
        return deniedAt != null;
    }
}
