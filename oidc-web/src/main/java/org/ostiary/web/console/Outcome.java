package org.ostiary.web.console;

import org.jspecify.annotations.Nullable;

/** What a browser gets after it sent a form. */
sealed interface Outcome {

    /**
     * It is done, and a page shows it.
     *
     * @param path of that page below {@code /admin}, ending where another parameter may follow
     */
    record Done(String path) implements Outcome {}

    /**
     * A page that no address leads to: with what is shown this once, or the form once more.
     *
     * @param page whose view it is
     * @param refused why nothing was done; null where it was
     */
    record Shown(Place page, Record model, @Nullable Refused refused) implements Outcome {}
}
