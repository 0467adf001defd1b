package org.ostiary.ejb.factor;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.audit.AuditEvent.FactorEnrolled;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.Sealing;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.factor.TotpCredential;
import org.ostiary.persistence.factor.TotpCredentials;
import org.ostiary.persistence.sealed.SealedColumn;

/** Authenticator apps: judges their codes, each once, and remembers new ones. */
@Stateless
public class TotpService {

    /** What a right code proves beside a password (RFC 8176, section 2). */
    public static final List<String> AMR = List.of("otp", "mfa");

    @Inject
    TotpCredentials credentials;

    @Inject
    Sealing sealing;

    @Inject
    TokenHashes hashes;

    @Inject
    SecureTokens random;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Whether the account has an authenticator app. */
    @TransactionAttribute(SUPPORTS)
    public boolean hasApp(String accountId) {
        return !credentials.of(accountId).isEmpty();
    }

    /** Uses a code of one of the account's apps up; false when it is none, or was used before. */
    public boolean use(String accountId, String code) {
        Instant now = clock.instant();
        return credentials.of(accountId).stream()
                .anyMatch(credential -> stepOf(seed(credential), code, now)
                        .filter(step -> credentials.use(credential.id(), step, now))
                        .isPresent());
    }

    /** The time step whose code it is that an app with this seed shows now; empty when it shows another. */
    @TransactionAttribute(SUPPORTS)
    public Optional<Long> stepShown(byte[] seed, String code) {
        return stepOf(seed, code, clock.instant());
    }

    /** Remembers an app that showed the right code, and notes that; the code is used up with it. */
    public void remember(String accountId, String name, byte[] seed, long step, RequestFacts facts) {
        String id = random.uuid();
        String sealed = sealing.seal(SealedColumn.TOTP_SEED.place(id), Base32.encode(seed));
        credentials.add(new TotpCredential(id, accountId, name, sealed, step, clock.instant()));
        audit.note(new FactorEnrolled(accountId, FactorEnrolled.APP), facts);
    }

    private byte[] seed(TotpCredential credential) {
        return Base32.decode(sealing.open(SealedColumn.TOTP_SEED.place(credential.id()), credential.sealedSeed()));
    }

    private Optional<Long> stepOf(byte[] seed, String code, Instant now) {
        return Totp.acceptable(now).stream()
                .filter(step -> hashes.equal(Totp.code(seed, step), code))
                .findFirst();
    }
}
