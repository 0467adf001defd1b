package org.ostiary.ejb.admin.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.trail.TrailEntry;

/**
 * What happened, the latest first.
 *
 * @param next names the page after this one; null for the last
 */
public record AuditPage(List<TrailEntry> records, @Nullable String next) {}
