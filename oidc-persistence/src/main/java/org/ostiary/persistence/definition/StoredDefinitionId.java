package org.ostiary.persistence.definition;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key of a {@link StoredDefinition}. */
public class StoredDefinitionId implements Serializable {
    private static final long serialVersionUID = 1L;

    private String kind;
    private String name;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected StoredDefinitionId() {}

    /** The key of the one of that kind and name. */
    public StoredDefinitionId(String kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredDefinitionId that && kind.equals(that.kind) && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name);
    }
}
