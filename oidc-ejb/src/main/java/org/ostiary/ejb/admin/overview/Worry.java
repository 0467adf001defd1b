package org.ostiary.ejb.admin.overview;

/**
 * Something that needs an administrator now.
 *
 * @param count how many things it is true of
 */
public record Worry(Concern concern, long count) {}
