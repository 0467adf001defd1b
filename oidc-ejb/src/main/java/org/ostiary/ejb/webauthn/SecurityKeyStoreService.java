package org.ostiary.ejb.webauthn;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.persistence.factor.SecurityKey;
import org.ostiary.persistence.factor.SecurityKeys;

/** The rows behind keys. What may be written is judged by {@link SecurityKeyService}. */
@Stateless
public class SecurityKeyStoreService {

    @Inject
    SecurityKeys keys;

    @Inject
    SecureTokens random;

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

    /** Adds a key; false when there is one of that name already, whosever it is. */
    public boolean add(String accountId, String name, RegisteredKey registered) {
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
        return true;
    }

    /** Notes a use; false when the counter did not grow, although it counts. */
    public boolean use(String id, long signCount) {
        return keys.use(id, signCount, clock.instant());
    }

    /** Marks a key that there may be a copy of, for its owner to see. */
    public void suspectCopy(String id) {
        keys.suspectCopy(id, clock.instant());
    }
}
