package org.ostiary.ejb.discovery;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

/** The documents that clients read before anything else; prepared bytes, no statement. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class DiscoveryService {

    @Inject
    PublicDocuments documents;

    /** The provider's metadata (OpenID Connect Discovery 1.0, section 4; RFC 8414, section 3). */
    public PreparedDocument metadata() {
        return documents.metadata();
    }

    /** The keys that verify what the provider signs (RFC 7517, section 5). */
    public PreparedDocument jwks() {
        return documents.jwks();
    }
}
