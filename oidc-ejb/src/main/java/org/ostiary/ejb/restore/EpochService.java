package org.ostiary.ejb.restore;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ostiary.ejb.audit.AuditEvent.EpochBegun;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ConfigurationException;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.restore.Epochs;
import org.ostiary.persistence.restore.Issued;

/**
 * After an old state of the database was put back, codes that were used, refresh tokens that were rotated and grants that were
 * revoked since would work again. In a new epoch nothing works that was issued before it.
 */
@Stateless
public class EpochService {

    @Inject
    Epochs epochs;

    @Inject
    AuditLog audit;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * Begins the configured epoch, unless it began already or none is configured.
     *
     * @return what was ended, for the log; empty when nothing was begun
     * @throws ConfigurationException when the epoch is still to come: it would end what is issued from now on
     */
    public Optional<String> begin() {
        Instant epoch = config.operation().epoch();
        if (epoch == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (epoch.isAfter(now)) {
            throw new ConfigurationException(
                    "oidc.restored-at is still to come: set the moment at which the backup was restored");
        }
        if (!epochs.begin(epoch)) {
            return Optional.empty();
        }
        List<String> ended = new ArrayList<>();
        for (Issued kind : Issued.values()) {
            ended.add(kind.name().toLowerCase(Locale.ROOT) + " " + epochs.end(kind, epoch, now));
        }
        String sum = String.join(", ", ended);
        audit.note(new EpochBegun(epoch + ": " + sum), RequestFacts.ofServer("start"));
        return Optional.of(sum);
    }
}
