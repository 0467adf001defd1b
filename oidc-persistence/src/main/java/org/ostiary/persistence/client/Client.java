package org.ostiary.persistence.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered client.
 *
 * <p>Its metadata is kept as the JSON object of RFC 7591, section 2. A configured client follows the configuration: it is
 * described anew at each start and disabled, never deleted, when the configuration no longer names it. One that an
 * administrator registered keeps the options it was registered with; deleted, it keeps its row.
 */
@Entity
@Table(name = "client")
public class Client {

    @Id
    @Column(name = "client_id")
    private String clientId;

    @Column(name = "metadata")
    private String metadata;

    @Column(name = "configured")
    private boolean configured;

    @Column(name = "enabled")
    private boolean enabled;

    @Column(name = "options")
    private @Nullable String options;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "watched_until")
    private @Nullable Instant watchedUntil;

    @Column(name = "rights_changed_at")
    private @Nullable Instant rightsChangedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Client() {}

    /** A client that the configuration names, enabled from now on. */
    public static Client configured(String clientId, String metadata, Instant now) {
        Client client = new Client();
        client.clientId = clientId;
        client.metadata = metadata;
        client.configured = true;
        client.enabled = true;
        client.createdAt = now;
        client.updatedAt = now;
        return client;
    }

    /** A client that an administrator registered with these options, a JSON object, enabled from now on. */
    public static Client registered(String clientId, String metadata, String options, Instant now) {
        Client client = configured(clientId, metadata, now);
        client.configured = false;
        client.options = options;
        return client;
    }

    /** Takes other options, and what they mean today. */
    public void change(String newMetadata, String newOptions, Instant now) {
        metadata = newMetadata;
        options = newOptions;
        updatedAt = now;
    }

    /** Ends the client for good. */
    public void delete(Instant now) {
        enabled = false;
        deletedAt = now;
        updatedAt = now;
    }

    /** Takes the metadata the configuration gives today; answers whether anything changed. */
    public boolean describe(String newMetadata, Instant now) {
        if (metadata.equals(newMetadata) && enabled && configured) {
            return false;
        }
        if (!enabled) {
            rightsChangedAt = now;
        }
        metadata = newMetadata;
        configured = true;
        options = null;
        deletedAt = null;
        enabled = true;
        updatedAt = now;
        return true;
    }

    /** Stops the client from getting or using anything; answers whether it was enabled before. */
    public boolean disable(Instant now) {
        if (!enabled) {
            return false;
        }
        enabled = false;
        updatedAt = now;
        return true;
    }

    /** Lets the client work again; what people lost meanwhile was not judged for it. */
    public void enable(Instant now) {
        if (!enabled) {
            enabled = true;
            rightsChangedAt = now;
            updatedAt = now;
        }
    }

    /** Lets the client's requests be kept for its developer until then; null for no longer. */
    public void watch(@Nullable Instant until) {
        watchedUntil = until;
    }

    /** Until when the client's requests are kept; null for not at all. */
    public @Nullable Instant watchedUntil() {
        return watchedUntil;
    }

    /** Since when what the client was granted was not judged, though people may have lost a right then; null when it was. */
    public @Nullable Instant rightsChangedAt() {
        return rightsChangedAt;
    }

    /** What the client was granted is to be judged, from that moment on. */
    public void judgeRights(Instant from) {
        rightsChangedAt = from;
    }

    /** All that the client was granted was judged. */
    public void rightsJudged() {
        rightsChangedAt = null;
    }

    public String clientId() {
        return clientId;
    }

    /** The JSON object of RFC 7591, section 2, with this product's own members. */
    public String metadata() {
        return metadata;
    }

    public boolean configured() {
        return configured;
    }

    /** What an administrator registered it with; null for a configured one. */
    public @Nullable String options() {
        return options;
    }

    /** Whether an administrator deleted it. */
    public boolean deleted() {
        return deletedAt != null;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public boolean enabled() {
        return enabled;
    }
}
