package org.ostiary.ejb.admin.people;

import java.util.Set;

/**
 * What other groups do to an account.
 *
 * @param grants how many grants lose their right by it
 */
public record GroupsResult(Set<String> groups, int grants) {}
