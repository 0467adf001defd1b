package org.ostiary.ejb.admin.definition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.Tagged;
import org.ostiary.ejb.admin.client.ClientSource;
import org.ostiary.ejb.config.DefinitionKind;

/**
 * All that administrators see of a policy, scope or claims policy.
 *
 * @param options in the words and texts of the configuration; what is not there has its default
 * @param clients those that refer to it
 * @param mistakes why it has no effect; none where it has
 * @param createdAt null for one of the configuration, and {@code updatedAt} too
 * @param entityTag names this state of it, for {@code If-Match}
 */
public record DefinitionView(
        DefinitionKind kind,
        String name,
        ClientSource source,
        Map<String, String> options,
        List<String> clients,
        List<String> mistakes,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        String entityTag)
        implements Tagged {

    public DefinitionView {
        clients = List.copyOf(clients);
        mistakes = List.copyOf(mistakes);
    }
}
