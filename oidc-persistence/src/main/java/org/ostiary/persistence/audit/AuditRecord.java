package org.ostiary.persistence.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened: when, what, to whom, from where, and how it ended. Never holds a secret. */
@Entity
@Table(name = "audit_record")
public class AuditRecord {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "happened_at")
    private Instant happenedAt;

    @Column(name = "event")
    private String event;

    @Column(name = "outcome")
    private String outcome;

    @Column(name = "account_id")
    private @Nullable String accountId;

    @Column(name = "client_id")
    private @Nullable String clientId;

    @Column(name = "actor")
    private @Nullable String actor;

    @Column(name = "rule")
    private @Nullable String rule;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "ip")
    private String ip;

    @Column(name = "request_id")
    private String requestId;

    @Column(name = "proof", updatable = false)
    private @Nullable String proof;

    @Column(name = "seal_position", insertable = false, updatable = false)
    private @Nullable Long position;

    @Column(name = "seal", insertable = false, updatable = false)
    private @Nullable String seal;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AuditRecord() {}

    /** Something that happened now, asked for by the request {@code requestId} from {@code ip}. */
    public AuditRecord(
            Instant now,
            String event,
            String outcome,
            @Nullable String accountId,
            @Nullable String clientId,
            @Nullable String reason,
            String ip,
            String requestId) {
        this.id = UUID.randomUUID().toString();
        this.happenedAt = now;
        this.event = event;
        this.outcome = outcome;
        this.accountId = accountId;
        this.clientId = clientId;
        this.reason = reason;
        this.ip = ip;
        this.requestId = requestId;
    }

    /**
     * Adds who did it and by which rule it was refused.
     *
     * @param who {@code account:} or {@code client:} and an identifier, {@code server} or {@code anonymous}
     * @param refusedBy null when nothing was refused
     */
    public AuditRecord by(String who, @Nullable String refusedBy) {
        actor = who;
        rule = refusedBy;
        return this;
    }

    /** Adds the proof that the server wrote it: a mark on its {@link #text}. */
    public AuditRecord provedBy(String mark) {
        proof = mark;
        return this;
    }

    /**
     * Everything that happened as one text, of which no two records have the same. Each part is written with its length, so that
     * nothing can be moved from one part to the next.
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (String part : Arrays.asList(
                id,
                Long.toString(happenedAt.toEpochMilli()),
                event,
                outcome,
                accountId,
                clientId,
                actor,
                rule,
                reason,
                ip,
                requestId)) {
            text.append(part == null ? "-" : part.length() + ":" + part).append(';');
        }
        return text.toString();
    }

    public String id() {
        return id;
    }

    /** Null in a row that the server did not write. */
    public @Nullable String proof() {
        return proof;
    }

    /** Its place in the chain, from 1; null for the few seconds before it has one. */
    public @Nullable Long position() {
        return position;
    }

    /** Null as long as it has no place. */
    public @Nullable String seal() {
        return seal;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    /** Null when no client was concerned. */
    public @Nullable String clientId() {
        return clientId;
    }

    /** Null when the event says it all. */
    public @Nullable String reason() {
        return reason;
    }

    public String ip() {
        return ip;
    }

    public String requestId() {
        return requestId;
    }

    /** Null in records of older releases. */
    public @Nullable String actor() {
        return actor;
    }

    /** Null when nothing was refused by a rule. */
    public @Nullable String rule() {
        return rule;
    }

    public String event() {
        return event;
    }

    public String outcome() {
        return outcome;
    }

    /** Null when no account was concerned. */
    public @Nullable String accountId() {
        return accountId;
    }
}
