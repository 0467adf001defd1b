package org.ostiary.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.revoking.RevocationResult;
import org.ostiary.ejb.admin.revoking.RevocationTarget;

/** What is to be revoked, as the form has it, and what there is to revoke, once that was asked. */
public record RevocationModel(PlaceCall call, @Nullable RevocationResult found) implements Form {

    /** By what much may be revoked. */
    static final List<RevocationTarget> TARGETS =
            List.of(RevocationTarget.ACCOUNT, RevocationTarget.CLIENT, RevocationTarget.EVERYTHING);

    /** The same for views. */
    public List<RevocationTarget> targets() {
        return TARGETS;
    }
}
