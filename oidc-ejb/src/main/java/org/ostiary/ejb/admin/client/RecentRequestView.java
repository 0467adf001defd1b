package org.ostiary.ejb.admin.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.persistence.watched.ClientRequest;

/**
 * A request of a client, whether it proved that it is the client or only said so.
 *
 * @param status of the answer (RFC 9110, section 15)
 * @param rule by which it was refused; null where it was not
 * @param parameters what was sent; of what may be secret only the length
 */
public record RecentRequestView(
        Instant at,
        String endpoint,
        int status,
        @Nullable String rule,
        String requestId,
        Map<String, String> parameters) {

    static RecentRequestView of(ClientRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        BoundedJson.read(request.parameters())
                .ifPresent(json -> json.keySet().forEach(name -> parameters.put(name, json.getString(name))));
        return new RecentRequestView(
                request.happenedAt(),
                request.endpoint(),
                request.status(),
                request.rule(),
                request.requestId(),
                parameters);
    }
}
