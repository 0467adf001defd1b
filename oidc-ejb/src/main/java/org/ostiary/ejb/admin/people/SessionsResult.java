package org.ostiary.ejb.admin.people;

/** How many sessions were ended. */
public record SessionsResult(int sessions) {}
