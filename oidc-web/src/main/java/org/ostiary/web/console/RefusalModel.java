package org.ostiary.web.console;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.records.RefusalView;

/** Why a request was refused, or the question for its id where {@code request} is null. */
public record RefusalModel(
        @Nullable String request, @Nullable RefusalView refusal) {

    /** What to do about it, in words. */
    public String fix() {
        return refusal == null ? "" : RefusalFix.of(refusal);
    }
}
