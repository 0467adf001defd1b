package org.ostiary.persistence.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Where the chain of sealed audit records ends and begins: one row that only {@link AuditChains} moves.
 *
 * <p>Its mark proves that the server wrote it; it is empty before the first record was sealed.
 */
@Entity
@Table(name = "audit_chain")
public class AuditChain {

    static final String TRAIL = "trail";

    @Id
    @Column(name = "name", updatable = false)
    private String name;

    @Column(name = "last_position", updatable = false)
    private long lastPosition;

    @Column(name = "last_seal", updatable = false)
    private String lastSeal;

    @Column(name = "pruned_position", updatable = false)
    private long prunedPosition;

    @Column(name = "pruned_seal", updatable = false)
    private String prunedSeal;

    @Column(name = "mark", updatable = false)
    private String mark;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AuditChain() {}

    /** Its two ends, without the mark. */
    public ChainEnds ends() {
        return new ChainEnds(lastPosition, lastSeal, prunedPosition, prunedSeal);
    }

    public String mark() {
        return mark;
    }
}
