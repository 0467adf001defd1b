package org.ostiary.ejb.client;

import java.time.Instant;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.client.Client;

/** Notes where a changed policy may cost people a right, so that what they granted is judged. Nothing else of a client does. */
final class ClientRights {

    private ClientRights() {}

    /** Compares a client, before it is changed, with what it becomes. */
    static void compare(Client known, RegisteredClient next, Instant now) {
        RegisteredClient before = ClientMetadataJson.read(known.clientId(), known.metadata());
        if (!before.authorizationPolicy().equals(next.authorizationPolicy())) {
            known.judgeRights(now);
        }
    }
}
