package org.ostiary.ejb.interaction;

import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.interaction.Interaction;

/** An interaction that can go on in this browser, with its client and the request as it was sent. */
public record OpenInteraction(
        String handle, Interaction interaction, RegisteredClient client, RequestParameters parameters) {}
