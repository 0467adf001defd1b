package org.ostiary.persistence.definition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that an administrator gave a name, with its options in the words of the configuration. Deleted, it is gone. */
@Entity
@IdClass(StoredDefinitionId.class)
@Table(name = "definition")
public class StoredDefinition {

    @Id
    @Column(name = "kind")
    private String kind;

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "options")
    private String options;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected StoredDefinition() {}

    /**
     * A new one.
     *
     * @param options a JSON object of texts
     */
    public StoredDefinition(String kind, String name, String options, Instant now) {
        this.kind = kind;
        this.name = name;
        this.options = options;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes other options, all of them. */
    public void change(String newOptions, Instant now) {
        options = newOptions;
        updatedAt = now;
    }

    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** A JSON object of texts. */
    public String options() {
        return options;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
