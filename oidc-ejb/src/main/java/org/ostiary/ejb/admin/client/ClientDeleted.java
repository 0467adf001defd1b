package org.ostiary.ejb.admin.client;

/** Whether the client is gone, with all that it had. */
public record ClientDeleted(String clientId, boolean deleted) {}
