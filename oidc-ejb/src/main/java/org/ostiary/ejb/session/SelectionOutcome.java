package org.ostiary.ejb.session;

import org.jspecify.annotations.Nullable;

/** What became of the choice of an account. */
public sealed interface SelectionOutcome {

    /**
     * It was noted; the browser should go back to the authorize service.
     *
     * @param cookie for the browser; null to leave the one that it has
     */
    record Selected(@Nullable SessionCookie cookie) implements SelectionOutcome {}

    /** The form was used before, is too old, or was not made for this browser. Nothing was noted. */
    record StaleForm() implements SelectionOutcome {}
}
