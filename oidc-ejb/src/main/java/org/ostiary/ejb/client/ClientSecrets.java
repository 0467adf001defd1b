package org.ostiary.ejb.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.ostiary.ejb.config.ConfiguredSecret;
import org.ostiary.ejb.password.PasswordHasher;
import org.ostiary.ejb.secret.Sealing;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.client.ClientSecret;
import org.ostiary.persistence.sealed.SealedColumn;

/**
 * How client secrets are stored and compared.
 *
 * <p>A secret that the configuration gives in the clear is stored as an HMAC. One that it gives as a slow digest stays that
 * digest; once such a secret was verified, this process remembers it for five minutes under an HMAC, so that not every
 * request pays for it.
 */
@ApplicationScoped
public class ClientSecrets {

    private static final String PLAINTEXT = "$plaintext$";
    private static final String HMAC = "hmac:";
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, Instant> verified = new ConcurrentHashMap<>();

    @Inject
    TokenHashes hashes;

    @Inject
    Sealing sealing;

    @Inject
    PasswordHasher hasher;

    @Inject
    Clock clock;

    /** What is stored for a configured secret: a digest, and the sealed secret itself only where the client signs with it. */
    ClientSecret stored(String clientId, boolean signing, ConfiguredSecret configured) {
        String text = configured.text();
        String digest = digest(clientId, text);
        boolean signs = signing && text.startsWith(PLAINTEXT);
        String sealed = signs ? sealing.seal(place(clientId), text.substring(PLAINTEXT.length())) : null;
        return new ClientSecret(clientId, digest, sealed, configured.notAfter());
    }

    /** What may be kept of a secret as the configuration has it: a digest as it is, and an HMAC of one in the clear. */
    public String digest(String clientId, String configured) {
        return configured.startsWith(PLAINTEXT) ? hmac(clientId, configured.substring(PLAINTEXT.length())) : configured;
    }

    /** Those that the client may sign with now (OIDC Core 1.0, section 10.1). */
    List<String> signingSecrets(KnownClient known) {
        Instant now = clock.instant();
        return known.secrets().stream()
                .filter(secret -> secret.usable(now) && secret.sealed() != null)
                .map(secret -> sealing.open(place(secret.clientId()), Objects.requireNonNull(secret.sealed())))
                .toList();
    }

    private static String place(String clientId) {
        return SealedColumn.CLIENT_SECRET.place(clientId);
    }

    boolean matches(ClientSecret stored, String secret) {
        Instant now = clock.instant();
        if (!stored.usable(now)) {
            return false;
        }
        if (stored.digest().startsWith(HMAC)) {
            return hashes.equal(stored.digest(), hmac(stored.clientId(), secret));
        }
        return matchesSlowly(stored, secret, now);
    }

    private boolean matchesSlowly(ClientSecret stored, String secret, Instant now) {
        String memory =
                hashes.mark("verified client secret\n" + stored.clientId() + "\n" + stored.digest() + "\n" + secret);
        Instant until = verified.get(memory);
        if (until != null && now.isBefore(until)) {
            return true;
        }
        if (!hasher.verify(secret, stored.digest()).matched()) {
            return false;
        }
        verified.values().removeIf(end -> !now.isBefore(end));
        if (verified.size() < MOST_REMEMBERED) {
            verified.put(memory, now.plus(REMEMBERED));
        }
        return true;
    }

    /** Computed for an unknown client too, so that it takes as long as a known one. */
    String hmac(String clientId, String secret) {
        return HMAC + hashes.hash("client secret\n" + clientId + "\n" + secret);
    }
}
