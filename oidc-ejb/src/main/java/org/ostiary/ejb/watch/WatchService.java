package org.ostiary.ejb.watch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.keys.SignatureEngine;
import org.ostiary.ejb.meter.CurrentRequest;
import org.ostiary.ejb.meter.Meters;
import org.ostiary.ejb.protocol.AddressRange;
import org.ostiary.ejb.recent.RecentRequests;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.client.CacheVersions;

/** Takes note of every request, and tells what was noted. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class WatchService {

    private static final Logger LOG = Logger.getLogger(WatchService.class.getName());

    private static final int OK = 300;
    private static final int REDIRECT = 400;
    private static final int REFUSED = 500;

    @Inject
    Meters meters;

    @Inject
    RecentRequests recent;

    @Inject
    TableGauges tables;

    @Inject
    SignatureEngine signatures;

    @Inject
    TokenHashes hashes;

    @Inject
    CacheVersions versions;

    @Inject
    ProviderConfig config;

    /** The thread begins to work for a request. */
    public void begin(String requestId) {
        CurrentRequest.begin(requestId);
    }

    /** It has answered the request. */
    public void end(String endpoint, int status, long nanos) {
        String requestId = CurrentRequest.id();
        CurrentRequest.client().ifPresent(client -> recent.note(client, endpoint, status, requestId));
        CurrentRequest.end();
        meters.count("ostiary_requests", "endpoint", endpoint, "outcome", outcome(status));
        meters.time("ostiary_request", nanos, "endpoint", endpoint);
    }

    /**
     * Whether the caller may read the metrics: who brings the configured token, or comes from a configured address. Nobody may by
     * default, not even this machine, because behind a proxy on it the whole internet comes from here.
     *
     * @param bearer what the caller brings as token; null for nothing
     */
    public boolean mayRead(String ip, @Nullable String bearer) {
        String token = config.operation().metricsToken();
        boolean known = token != null && bearer != null && hashes.equal(hashes.hash(token), hashes.hash(bearer));
        byte[] address = AddressRange.bytes(ip);
        return known
                || config.operation().metricsReaders().stream()
                        .anyMatch(range -> AddressRange.contains(range, address));
    }

    /** Everything, in the text format of Prometheus; while the database is down, what is known without it. */
    public String metrics() {
        return "# TYPE ostiary_signatures gauge\nostiary_signatures" + Meters.text("provider", signatures.name())
                + " 1\n"
                + meters.text()
                + database();
    }

    private String database() {
        try {
            boolean answers = versions.current(CacheVersions.KEYS) >= 0;
            return up(answers) + tables.text();
        } catch (PersistenceException down) {
            LOG.log(Level.FINE, "The database does not answer, so its tables are not measured", down);
            return up(false);
        }
    }

    private static String up(boolean answers) {
        return "# TYPE ostiary_database_up gauge\nostiary_database_up " + (answers ? 1 : 0) + "\n";
    }

    private static String outcome(int status) {
        if (status < OK) {
            return "ok";
        }
        if (status < REDIRECT) {
            return "redirect";
        }
        return status < REFUSED ? "refused" : "failed";
    }
}
