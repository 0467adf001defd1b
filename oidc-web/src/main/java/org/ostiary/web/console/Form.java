package org.ostiary.web.console;

/** What is shown beside the form that asked for it. */
public interface Form {

    PlaceCall call();

    /** What the form says there. */
    default String sent(String name) {
        return call().text(name);
    }
}
