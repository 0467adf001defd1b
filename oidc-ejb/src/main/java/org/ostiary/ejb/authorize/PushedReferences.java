package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.interaction.PushedRequest;
import org.ostiary.persistence.interaction.PushedRequests;

/** The names of pushed requests, and what is behind them (RFC 9126, sections 2.2 and 4). */
@ApplicationScoped
public class PushedReferences {

    private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
    private static final Rule LIVE = new Rule("pushed-request-live", "RFC 9126, section 4");

    @Inject
    PushedRequests requests;

    @Inject
    SecureTokens random;

    @Inject
    TokenHashes hashes;

    @Inject
    Clock clock;

    /** Whether a {@code request_uri} names a pushed request, and not the address of a request object. */
    static boolean isOne(String requestUri) {
        return requestUri.startsWith(PREFIX);
    }

    /** A name that nobody can guess. */
    String create() {
        return random.handle(PREFIX);
    }

    String hash(String reference) {
        return hashes.hash(reference);
    }

    /** The request behind a name; it may be looked at often, so that a person may reload the page or go back. */
    PushedRequest require(RegisteredClient client, String reference) {
        return requests.find(hash(reference))
                .filter(request -> request.clientId().equals(client.clientId()))
                .filter(request -> request.open(clock.instant()))
                .orElseThrow(PushedReferences::over);
    }

    /** Ends the request with an answer; refuses all but the first. */
    void completeOnce(String hash) {
        if (!requests.complete(hash, clock.instant())) {
            throw over();
        }
    }

    /** The same for a request that is unknown, another client's, answered or too old: nobody learns which exist. */
    private static OAuthException over() {
        return new OAuthException(
                OAuthErrorCode.INVALID_REQUEST_URI,
                LIVE,
                "The request_uri is unknown, expired, was used before, or belongs to another client");
    }
}
