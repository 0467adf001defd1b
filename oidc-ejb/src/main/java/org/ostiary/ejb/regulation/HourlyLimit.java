package org.ostiary.ejb.regulation;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ostiary.ejb.once.LostRace;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.AddressBlock;

/** How often one place may try something within an hour. All nodes count together. Never called within a transaction. */
@ApplicationScoped
public class HourlyLimit {

    @Inject
    HourlyCountService counts;

    @Inject
    TokenHashes hashes;

    /**
     * Counts a try; false when there were too many from there.
     *
     * @param what is tried, so that each thing has counters of its own
     * @param ip the address it comes from; with IPv6 its network counts
     */
    public boolean allows(String what, String ip, int most) {
        String counter = hashes.hash(what + "\n" + AddressBlock.of(ip));
        if (counts.count(counter, most)) {
            return true;
        }
        if (!counts.exists(counter)) {
            open(counter);
        }
        // Another caller may have made it since.
        return counts.count(counter, most);
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
