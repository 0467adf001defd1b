package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/**
 * Which parameters of an authorization request count: those that were sent, or those that the client pushed or signed. Never
 * some of each (RFC 9101, section 6.3; RFC 9126, section 4).
 */
@ApplicationScoped
public class EffectiveParameters {

    static final Rule ONE = new Rule("one-request-object", "RFC 9101, section 5");

    @Inject
    PushedReferences references;

    @Inject
    RequestObjectReading objects;

    /** The parameters that count, and where they come from. */
    ParameterSource of(RegisteredClient client, RequestParameters sent) {
        if (sent.has("request") && sent.has("request_uri")) {
            throw new OAuthException(
                    OAuthErrorCode.INVALID_REQUEST, ONE, "A request must not have both request and request_uri");
        }
        String reference = sent.find("request_uri").orElse("");
        if (PushedReferences.isOne(reference)) {
            return ParameterSource.pushed(references.require(client, reference));
        }
        if (!reference.isEmpty()) {
            return objects.readAt(client, sent, reference);
        }
        Optional<String> object = sent.find("request");
        if (object.isPresent()) {
            return objects.read(client, sent, object.get());
        }
        return ParameterSource.plain(sent);
    }
}
