package org.ostiary.persistence.size;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** Counts rows. */
@ApplicationScoped
public class TableSizes {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected TableSizes() {}

    /** Works on the given entity manager. */
    public TableSizes(EntityManager entities) {
        this.entities = entities;
    }

    public TableSize of(MeasuredTable table) {
        return ask(table.question());
    }

    public TableSize of(Backlog backlog) {
        return ask(backlog.question());
    }

    private TableSize ask(String question) {
        Object[] row = (Object[]) entities.createNativeQuery(question).getSingleResult();
        @Nullable Number oldest = (Number) row[1];
        return new TableSize(((Number) row[0]).longValue(), oldest == null ? null : oldest.longValue());
    }
}
