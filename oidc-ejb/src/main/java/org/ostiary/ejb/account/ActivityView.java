package org.ostiary.ejb.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what happened, the latest first.
 *
 * @param next names the page that follows; null when there is none
 */
public record ActivityView(
        List<ActivityEntry> entries, @Nullable String next) {}
