package org.ostiary.ejb.authorize;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequest;
import org.ostiary.ejb.protocol.authorize.TrustedRedirect;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/**
 * An authorization request that keeps every rule: whose it is, where its answer goes, what it asks for.
 *
 * @param people those that it may be answered for; none for whoever logs in
 * @param parameters those that count, wherever they came from
 * @param pushedHash of the pushed request that they come from; null for none
 */
record ReadRequest(
        RegisteredClient client,
        RequestParameters parameters,
        @Nullable String pushedHash,
        TrustedRedirect redirect,
        AuthorizationRequest request,
        List<String> people) {}
