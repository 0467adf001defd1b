package org.ostiary.web.error;

/**
 * Where a person can go from an error page.
 *
 * @param href an address that this server or its configuration chose, never one from the request
 * @param text what the link says
 */
public record Link(String href, String text) {}
