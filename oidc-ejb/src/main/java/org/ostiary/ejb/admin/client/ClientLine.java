package org.ostiary.ejb.admin.client;

/**
 * A client in a list.
 *
 * @param source where it is registered: in the configuration, or by an administrator
 */
public record ClientLine(String clientId, ClientSource source, boolean enabled) {}
