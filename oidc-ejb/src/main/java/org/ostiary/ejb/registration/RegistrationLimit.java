package org.ostiary.ejb.registration;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ostiary.ejb.once.LostRace;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.AddressBlock;

/**
 * How many registrations one place may try within an hour, so that nobody fills the table of accounts or finds out by trying
 * which usernames exist. All nodes count together. Never called within a transaction.
 */
@ApplicationScoped
public class RegistrationLimit {

    @Inject
    RegistrationCountService counts;

    @Inject
    TokenHashes hashes;

    /** Counts a try; false when there were too many from there. */
    boolean allows(String ip) {
        String counter = hashes.hash("registrations\n" + AddressBlock.of(ip));
        if (counts.count(counter)) {
            return true;
        }
        if (counts.exists(counter)) {
            return false;
        }
        open(counter);
        return counts.count(counter);
    }

    private void open(String counter) {
        try {
            counts.open(counter);
        } catch (EJBException e) {
            if (!LostRace.is(e)) {
                throw e;
            }
        }
    }
}
