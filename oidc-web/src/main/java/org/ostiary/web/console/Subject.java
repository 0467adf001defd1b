package org.ostiary.web.console;

/** The pages and the changes of one subject: each enters what it does into the table. */
public interface Subject {

    void enter(PlaceTable table);
}
