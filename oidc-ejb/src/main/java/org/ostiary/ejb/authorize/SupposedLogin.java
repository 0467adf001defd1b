package org.ostiary.ejb.authorize;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who shall be supposed to be logged in with a browser.
 *
 * @param accountId null for nobody
 * @param amr the methods that they proved who they are by (RFC 8176, section 2)
 * @param authTime when they did
 * @param ip where the browser is
 */
public record SupposedLogin(@Nullable String accountId, Set<String> amr, Instant authTime, String ip) {}
