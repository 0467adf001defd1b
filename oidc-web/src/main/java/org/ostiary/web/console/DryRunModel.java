package org.ostiary.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.preview.DryRunResult;
import org.ostiary.ejb.admin.preview.SupposedSession;

/** A request that nobody makes, as the form has it, and what it would lead to, once that was asked. */
public record DryRunModel(PlaceCall call, @Nullable DryRunResult result) implements Form {

    /** How somebody may be supposed to be logged in. */
    public List<SupposedSession> sessions() {
        return List.of(SupposedSession.values());
    }
}
