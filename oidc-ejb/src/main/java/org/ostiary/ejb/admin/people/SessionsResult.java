package org.ostiary.ejb.admin.people;

import org.jspecify.annotations.Nullable;

/**
 * What came of ending sessions.
 *
 * @param sessions how many were ended
 * @param job the job that ends them, where they are very many; null for none
 */
public record SessionsResult(int sessions, @Nullable String job) {}
