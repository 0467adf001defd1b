package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ostiary.ejb.interaction.OwnPages;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.authorize.TrustedRedirect;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.ejb.visit.RequestFacts;

/**
 * Makes of a refusal what the client is told through the browser, in the mode it asked for. Where no client asks, the
 * refusal is shown: our own page would only send the browser back here.
 */
@ApplicationScoped
public class RefusalTelling {

    @Inject
    RefusalService refusals;

    @Inject
    ResponseSigning signing;

    RedirectedError tell(
            RegisteredClient client, TrustedRedirect redirect, OAuthException refusal, RequestFacts facts) {
        if (client.clientId().equals(OwnPages.CLIENT_ID)) {
            throw refusal;
        }
        RedirectedError error =
                redirect.error(refusal, refusals.describe(refusal.concerning(client.clientId()), facts));
        return error.in(signing.finish(error.response(), client));
    }
}
