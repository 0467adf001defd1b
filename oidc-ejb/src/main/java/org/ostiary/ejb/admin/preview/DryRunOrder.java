package org.ostiary.ejb.admin.preview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request that nobody makes.
 *
 * @param request its address, or the query of it, as a browser would send it
 * @param session how somebody is supposed to be logged in
 * @param account who is; null where nobody is
 * @param authTime when they proved who they are; null for just now
 * @param address where the browser is; null for where the administrator is
 */
public record DryRunOrder(
        String request,
        SupposedSession session,
        @Nullable String account,
        @Nullable Instant authTime,
        @Nullable String address) {}
