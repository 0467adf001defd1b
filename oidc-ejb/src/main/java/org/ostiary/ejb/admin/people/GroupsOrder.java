package org.ostiary.ejb.admin.people;

import java.util.Set;

/** The groups that an account shall be in from now on, all of them. */
public record GroupsOrder(Set<String> groups) {}
