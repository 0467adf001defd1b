package org.ostiary.ejb.once;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.ostiary.persistence.replay.UsedIdentifiers;

/** Notes a use in a transaction of its own: what led to a refusal is spent all the same. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OneTimeUseService {

    @Inject
    UsedIdentifiers used;

    /** True for the first caller with this hash; fails for a second one in the very same instant. */
    public boolean first(String kind, String hash, Instant expiresAt) {
        return used.use(kind, hash, expiresAt);
    }
}
