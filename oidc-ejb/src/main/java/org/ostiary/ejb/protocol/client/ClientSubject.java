package org.ostiary.ejb.protocol.client;

import org.jspecify.annotations.Nullable;

/**
 * By which name a client knows people (OIDC Core 1.0, section 8).
 *
 * @param sectorIdentifierUri where the redirect URIs of the sector are listed; null for none
 * @param sector {@code public}, or the host whose clients share pairwise names (section 8.1)
 */
public record ClientSubject(SubjectType type, @Nullable String sectorIdentifierUri, String sector) {
    /** The sector of all clients with public subject identifiers. */
    public static final String PUBLIC_SECTOR = "public";

    /** The same name as for every other client. */
    public static final ClientSubject PUBLIC = new ClientSubject(SubjectType.PUBLIC, null, PUBLIC_SECTOR);
}
