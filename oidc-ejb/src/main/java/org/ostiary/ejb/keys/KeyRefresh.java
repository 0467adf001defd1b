package org.ostiary.ejb.keys;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.visit.RequestFacts;

/**
 * Looks every two seconds whether another node changed the keys and whether the next key is due, and every five whether all
 * verifies. Other nodes are promised a change within five seconds: that leaves three for reading.
 */
@Singleton
@DependsOn("StartUp")
public class KeyRefresh {

    private static final Logger LOG = Logger.getLogger(KeyRefresh.class.getName());

    @Inject
    KeyService keys;

    @Inject
    KeyRotationService rotation;

    @Inject
    SignatureProof proof;

    @Inject
    SecureTokens random;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        try {
            keys.refresh();
            if (rotation.due()) {
                rotation.keepRotating(RequestFacts.ofServer(random.uuid()));
                keys.refresh();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The signing keys could not be looked at; the ones in memory stay", e);
        }
    }

    /** The same way. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void verify() {
        try {
            proof.check();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The samples of signatures could not be verified", e);
        }
    }
}
