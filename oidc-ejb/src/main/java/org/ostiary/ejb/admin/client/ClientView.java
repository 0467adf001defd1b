package org.ostiary.ejb.admin.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ostiary.ejb.admin.Tagged;

/**
 * All that administrators see of a client.
 *
 * @param entityTag names this state of it, for {@code If-Match}
 * @param options what it is registered with, in the words and texts of the configuration; what is not there has its default
 */
public record ClientView(
        String clientId,
        ClientSource source,
        boolean enabled,
        Map<String, String> options,
        List<SecretView> secrets,
        Instant createdAt,
        Instant updatedAt,
        String entityTag)
        implements Tagged {}
