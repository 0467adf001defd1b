package org.ostiary.ejb.policy;

/**
 * What was found among some grants of a client, in the order of their ids.
 *
 * @param last the id of the last one that was looked at
 * @param lost how many of them have lost their right
 * @param complete whether there are no more
 */
public record Batch(String last, int lost, boolean complete) {

    /** Before every id. */
    public static final String START = "";
}
