package org.ostiary.ejb.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.password.DecoyDigest;
import org.ostiary.ejb.password.MalformedDigestException;
import org.ostiary.persistence.account.DigestCost;
import org.ostiary.persistence.account.DigestCosts;
import org.ostiary.persistence.client.CacheVersions;

/**
 * The costs of the password digests that accounts were imported with. A wrong password is compared with a digest of each of
 * them, or the time would tell whose digest is of which cost, and so which names are known.
 */
@ApplicationScoped
public class ImportedDigests {

    /** More than any organisation has, and few enough that a wrong password costs no server its life. */
    static final int MOST_COSTS = 6;

    private static final Logger LOG = Logger.getLogger(ImportedDigests.class.getName());

    @Inject
    DigestCosts costs;

    @Inject
    CacheVersions versions;

    /** Notes what is new about the cost of digests that are being written down; in the caller's transaction. */
    public void note(Collection<String> digests) {
        Map<String, DecoyDigest> fresh = new HashMap<>();
        digests.stream().map(DecoyDigest::of).forEach(decoy -> fresh.putIfAbsent(decoy.prefix(), decoy));
        fresh.remove(DecoyDigest.OURS.prefix());
        if (fresh.isEmpty() || fresh.keySet().stream().allMatch(known()::containsKey)) {
            return;
        }
        // Holds the row, so that two who note the same cost do it one after the other.
        versions.raise(CacheVersions.ACCOUNTS);
        Map<String, DecoyDigest> known = known();
        fresh.keySet().removeAll(known.keySet());
        int room = Math.max(0, MOST_COSTS - known.size());
        if (fresh.size() > room) {
            LOG.warning(() -> "Password digests have more than " + MOST_COSTS
                    + " different costs. The time that a wrong password takes may tell who has an account with one of the"
                    + " others: make them alike, as " + DecoyDigest.OURS.prefix() + " is");
        }
        fresh.values().stream()
                .sorted((one, other) -> one.prefix().compareTo(other.prefix()))
                .limit(room)
                .forEach(decoy -> costs.add(new DigestCost(decoy.prefix(), decoy.text())));
    }

    /**
     * A decoy of each cost that digests have here, ours among them, but of the cost of this one.
     *
     * @param digest null when there is none; such and damaged ones are compared with one of ours
     */
    public List<DecoyDigest> otherCosts(@Nullable String digest) {
        Map<String, DecoyDigest> others = known();
        others.put(DecoyDigest.OURS.prefix(), DecoyDigest.OURS);
        others.remove(prefix(digest));
        return List.copyOf(others.values());
    }

    /** Forgets the costs that no account's digest has any more; in the caller's transaction. */
    public void forgetUnused() {
        costs.deleteUnused();
    }

    private Map<String, DecoyDigest> known() {
        Map<String, DecoyDigest> known = new HashMap<>();
        costs.all().forEach(cost -> known.put(cost.prefix(), new DecoyDigest(cost.prefix(), cost.decoy())));
        return known;
    }

    private static String prefix(@Nullable String digest) {
        try {
            return digest == null
                    ? DecoyDigest.OURS.prefix()
                    : DecoyDigest.of(digest).prefix();
        } catch (MalformedDigestException damaged) {
            return DecoyDigest.OURS.prefix();
        }
    }
}
