package org.ostiary.persistence.subject;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A subject identifier that somebody had before they had an account here. It waits for the account of that name, becomes a
 * {@link SubjectIdentifier} at its first use, and is gone then.
 */
@Entity
@Table(name = "expected_subject")
public class ExpectedSubject {

    @Id
    @Column(name = "sub")
    private String sub;

    @Column(name = "username_key")
    private String usernameKey;

    @Column(name = "sector")
    private String sector;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ExpectedSubject() {}

    /** Lets {@code sub} wait for the account whose username has this key. */
    public ExpectedSubject(String sub, String usernameKey, String sector, Instant now) {
        this.sub = sub;
        this.usernameKey = usernameKey;
        this.sector = sector;
        this.createdAt = now;
    }

    public String sub() {
        return sub;
    }

    public String usernameKey() {
        return usernameKey;
    }

    public String sector() {
        return sector;
    }
}
