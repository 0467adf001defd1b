package org.ostiary.ejb.webauthn;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.audit.AuditEvent.FactorEnrolled;
import org.ostiary.ejb.audit.AuditEvent.KeyCopySuspected;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.factor.SecurityKey;
import org.ostiary.persistence.factor.SecurityKeys;

/**
 * The rows behind keys. What may be written is judged by {@link SecurityKeyService}. What their owners are told of is noted in the
 * transaction that makes it so.
 */
@Stateless
public class SecurityKeyStoreService {

    @Inject
    SecurityKeys keys;

    @Inject
    SecureTokens random;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** The names by which authenticators know the account's keys. */
    public List<String> credentialsOf(String accountId) {
        return keys.of(accountId).stream().map(SecurityKey::credentialId).toList();
    }

    /** The key of that name. */
    public Optional<SecurityKey> find(String credentialId) {
        return keys.find(credentialId);
    }

    /** Adds a key, and notes that; false when there is one of that name already, whosever it is. */
    public boolean add(String accountId, String name, RegisteredKey registered, RequestFacts facts) {
        if (keys.find(registered.credentialId()).isPresent()) {
            return false;
        }
        keys.add(new SecurityKey(
                random.uuid(),
                registered.credentialId(),
                accountId,
                name,
                registered.attestedData(),
                registered.signCount(),
                registered.synced(),
                registered.verified(),
                clock.instant()));
        audit.note(new FactorEnrolled(accountId, FactorEnrolled.KEY), facts);
        return true;
    }

    /** Notes a use; false when the counter did not grow, although it counts. */
    public boolean use(String id, long signCount) {
        return keys.use(id, signCount, clock.instant());
    }

    /** Marks a key that there may be a copy of, for its owner to see. */
    public void suspectCopy(SecurityKey key, RequestFacts facts) {
        keys.suspectCopy(key.id(), clock.instant());
        audit.note(new KeyCopySuspected(key.accountId()), facts);
    }
}
