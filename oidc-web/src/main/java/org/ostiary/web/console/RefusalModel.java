package org.ostiary.web.console;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.fix.FixKind;
import org.ostiary.ejb.admin.fix.FixView;
import org.ostiary.ejb.admin.records.RefusalView;

/**
 * Why a request was refused, or the question for its id where {@code request} is null.
 *
 * @param change what the client's options would have to be; null where they are not in the way
 */
public record RefusalModel(
        @Nullable String request,
        @Nullable RefusalView refusal,
        @Nullable FixView change) {

    /** What to do about it, in words. */
    public String fix() {
        return refusal == null ? "" : RefusalFix.of(refusal);
    }

    /** Whether it can be done here, with one click. */
    public boolean changeable() {
        return change != null && change.kind() == FixKind.CHANGE;
    }

    /** The line for the configuration, where it is done there; else empty. */
    public String line() {
        return change == null || change.kind() != FixKind.CONFIGURE
                ? ""
                : "oidc.client." + change.clientId() + "." + change.option() + "=" + change.after();
    }
}
