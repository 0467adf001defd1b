package org.ostiary.ejb.config;

/**
 * An operator's colour for buttons and links.
 *
 * @param deeper the same under a pointer
 */
public record Accent(Colour colour, Colour deeper) {}
