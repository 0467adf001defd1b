package org.ostiary.ejb.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a person's account.
 *
 * @param event its stable name
 * @param client what the application is called; null when none was concerned, or our own pages
 * @param requestId under which the operator finds it
 */
public record ActivityEntry(
        Instant when,
        String event,
        boolean succeeded,
        @Nullable String client,
        String ip,
        String requestId) {}
