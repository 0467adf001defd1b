package org.ostiary.ejb.admin.people;

import java.util.Set;
import org.ostiary.ejb.admin.Tagged;

/**
 * The groups that an account is in.
 *
 * @param entityTag names them, for {@code If-Match}
 */
public record GroupsView(Set<String> groups, String entityTag) implements Tagged {}
