package org.ostiary.ejb.admin.keys;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.keys.KeyService;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.persistence.keys.KeyState;
import org.ostiary.persistence.keys.SigningKey;
import org.ostiary.persistence.keys.SigningKeys;

/**
 * The signing keys, and changing them now. It has no transaction itself: this node takes the keys into its memory only once they
 * are there for all; the others do within five seconds.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AdminKeyService {

    @Inject
    SigningKeys signingKeys;

    @Inject
    KeyChangeService changes;

    @Inject
    KeyService keys;

    @Inject
    AuditService audit;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** All keys with their states and times. */
    public KeyList list() {
        Instant now = clock.instant();
        return new KeyList(
                signingKeys.all().stream().map(key -> KeyView.of(key, now)).toList());
    }

    /** Makes the next key of an algorithm now; where one is waiting already, nothing but telling when it signs. */
    public RotationResult rotate(Administrator administrator, RotationOrder order) {
        JwsAlgorithm algorithm = JwsAlgorithm.of(order.algorithm())
                .filter(JwsAlgorithm.SIGNING::contains)
                .orElseThrow(() -> AdminRefusal.malformed("The member algorithm must be one of: "
                        + JwsAlgorithm.SIGNING.stream().map(JwsAlgorithm::value).collect(Collectors.joining(", "))));
        Instant signsFrom = changes.rotate(administrator, algorithm);
        keys.refresh();
        return new RotationResult(
                algorithm.value(),
                signsFrom,
                "The next key is published and signs from " + signsFrom
                        + "; what the present one signed is verified for as long as it counts, and no client notices.");
    }

    /** Ends a key at once, or tells what would break. */
    public KeyRevocationResult revoke(Administrator administrator, String kid, KeyRevocationOrder order) {
        SigningKey key = signingKeys
                .find(kid)
                .filter(found -> found.state(clock.instant()) != KeyState.OVER)
                .orElseThrow(() -> AdminRefusal.unknown("key, or it is over"));
        String consequence = consequence(key);
        if (order.dryRun()) {
            audit.note(administrator.did(null, null, "key " + kid + ", only asked"), administrator.facts());
            return new KeyRevocationResult(false, consequence);
        }
        boolean revoked = changes.revoke(administrator, kid);
        keys.refresh();
        return new KeyRevocationResult(revoked, consequence);
    }

    private String consequence(SigningKey key) {
        String tokens =
                "Whatever it signed is refused as soon as clients look at the key set again: ID tokens as hints,"
                        + " and signed access tokens at resource servers that verify them by themselves";
        return switch (key.state(clock.instant())) {
            case PENDING -> "It has signed nothing yet: nothing breaks, and another key is made to follow.";
            case ACTIVE ->
                tokens + ". The next " + key.algorithm()
                        + " key signs at once, and clients that keep the key set refuse" + " what it signs for up to "
                        + config.keys().jwksMaxAge() + ", unless it was published before.";
            case RETIRING -> tokens + ". It signs no more, so new tokens are not concerned.";
            case RETIRED, OVER -> "Only ID tokens that come back as hints are no longer understood.";
        };
    }
}
