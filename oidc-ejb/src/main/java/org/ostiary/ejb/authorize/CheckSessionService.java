package org.ostiary.ejb.authorize;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.protocol.WebOrigin;

/** Says whose scripts may ask about a session state (OIDC Session Management 1.0, section 3.2). */
@Stateless
@TransactionAttribute(SUPPORTS)
public class CheckSessionService {

    @Inject
    ClientDirectory clients;

    /** Whether the client has a redirect URI of that origin. */
    public boolean isOriginOf(String origin, String clientId) {
        return clients.find(clientId)
                .filter(client -> client.redirectUris().stream()
                        .anyMatch(uri ->
                                WebOrigin.ofAddress(uri).filter(origin::equals).isPresent()))
                .isPresent();
    }
}
