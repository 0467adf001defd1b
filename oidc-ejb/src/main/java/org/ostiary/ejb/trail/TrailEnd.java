package org.ostiary.ejb.trail;

/**
 * A place of the chain and the seal there. Whoever keeps one elsewhere can later ask whether the chain still has it.
 *
 * @param position 0 for a chain without any record
 * @param seal 43 characters; empty for a chain without any record
 */
public record TrailEnd(long position, String seal) {}
