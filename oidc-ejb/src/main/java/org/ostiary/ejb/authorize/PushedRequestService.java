package org.ostiary.ejb.authorize;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.authorize.PushedResponse;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.interaction.PushedRequest;
import org.ostiary.persistence.interaction.PushedRequests;

/** Stores pushed requests under names that nobody can guess (RFC 9126, section 2.2). */
@Stateless
public class PushedRequestService {

    @Inject
    PushedRequests requests;

    @Inject
    PushedReferences references;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** Keeps the request for its short life. */
    public PushedResponse keep(RegisteredClient client, RequestParameters parameters) {
        String reference = references.create();
        Duration lifetime = config.lifespans().pushedRequest();
        requests.add(new PushedRequest(
                references.hash(reference),
                client.clientId(),
                parameters.encoded(),
                clock.instant().plus(lifetime)));
        return new PushedResponse(reference, lifetime);
    }
}
