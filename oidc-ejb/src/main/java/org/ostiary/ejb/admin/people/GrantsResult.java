package org.ostiary.ejb.admin.people;

/** How many grants were revoked. */
public record GrantsResult(int grants) {}
