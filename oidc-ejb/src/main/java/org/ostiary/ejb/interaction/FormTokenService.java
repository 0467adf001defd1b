package org.ostiary.ejb.interaction;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.ostiary.persistence.replay.UsedIdentifiers;

/** Notes that a form token was used, in a transaction of its own: a token that led to a refusal is spent all the same. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FormTokenService {

    private static final String KIND = "form";

    @Inject
    UsedIdentifiers used;

    /** True for the first caller with this hash; fails for a second one in the very same instant. */
    public boolean firstUse(String hash, Instant expiresAt) {
        return used.use(KIND, hash, expiresAt);
    }
}
