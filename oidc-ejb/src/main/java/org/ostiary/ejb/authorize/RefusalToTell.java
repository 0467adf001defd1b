package org.ostiary.ejb.authorize;

import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.authorize.TrustedRedirect;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** A refusal that came after the redirect URI was trusted, so that the client is to be told, and was not yet. */
final class RefusalToTell extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RegisteredClient client;
    private final transient TrustedRedirect redirect;
    private final transient OAuthException refusal;

    RefusalToTell(RegisteredClient client, TrustedRedirect redirect, OAuthException refusal) {
        super(refusal.getMessage(), null, false, false);
        this.client = client;
        this.redirect = redirect;
        this.refusal = refusal;
    }

    RegisteredClient client() {
        return client;
    }

    TrustedRedirect redirect() {
        return redirect;
    }

    OAuthException refusal() {
        return refusal;
    }
}
