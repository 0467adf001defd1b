package org.ostiary.ejb.trail;

/**
 * A part of an export.
 *
 * @param last the place it ends at
 * @param more whether another may follow
 */
public record TrailPart(String text, long last, boolean more) {}
