package org.ostiary.ejb.admin.people;

import java.util.List;

/** The grants of an account that are not revoked, the newest first. */
public record GrantList(List<GrantView> grants) {}
