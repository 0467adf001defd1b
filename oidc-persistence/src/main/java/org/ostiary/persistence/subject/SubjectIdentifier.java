package org.ostiary.persistence.subject;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The opaque name of one account in one sector (OIDC Core 1.0, section 8). It is never deleted and never reassigned. */
@Entity
@Table(name = "subject_identifier")
public class SubjectIdentifier {

    @Id
    @Column(name = "sub")
    private String sub;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "sector")
    private String sector;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected SubjectIdentifier() {}

    /** Binds {@code sub}, a fresh random UUID of version 4, to the account. */
    public SubjectIdentifier(String sub, String accountId, String sector, Instant now) {
        this.sub = sub;
        this.accountId = accountId;
        this.sector = sector;
        this.createdAt = now;
    }

    public String sub() {
        return sub;
    }

    public String accountId() {
        return accountId;
    }

    public String sector() {
        return sector;
    }
}
