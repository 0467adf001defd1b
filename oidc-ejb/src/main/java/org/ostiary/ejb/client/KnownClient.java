package org.ostiary.ejb.client;

import java.util.List;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.client.ClientSecret;

/** A client as this node remembers it, with the digests of its secrets. */
record KnownClient(RegisteredClient client, List<ClientSecret> secrets) {}
