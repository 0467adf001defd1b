package org.ostiary.ejb.health;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import org.ostiary.persistence.client.CacheVersions;

/** Whether this node can serve requests now. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class HealthService {

    @Inject
    CacheVersions versions;

    @Inject
    Readiness readiness;

    /** Whether the node is not about to stop, and the database answers. That the start succeeded is certain: otherwise nothing of this would be deployed. */
    public boolean ready() {
        if (readiness.stopping()) {
            return false;
        }
        try {
            return versions.current(CacheVersions.KEYS) >= 0;
        } catch (PersistenceException e) {
            return false;
        }
    }
}
