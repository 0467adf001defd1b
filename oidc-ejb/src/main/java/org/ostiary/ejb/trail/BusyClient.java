package org.ostiary.ejb.trail;

/** How often an application was sent a code, which is a log-in as it sees it. */
public record BusyClient(String clientId, long codes) {}
