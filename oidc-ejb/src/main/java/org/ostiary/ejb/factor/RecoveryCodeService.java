package org.ostiary.ejb.factor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ostiary.ejb.audit.AuditEvent.RecoveryCodesReplaced;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.factor.RecoveryCodes;

/**
 * Codes on paper for who lost the second factor: ten, each works once, each has 60 random bits. Only their hashes are kept, so
 * nobody can read them again.
 */
@Stateless
public class RecoveryCodeService {

    /**
     * What a code proves beside a password (RFC 8176, section 2): a one-time password, and by its having been handed out something
     * the person has.
     */
    public static final List<String> AMR = List.of("otp", "mfa");

    static final int COUNT = 10;
    private static final int LETTERS = 12;
    private static final int BYTES = 8;

    @Inject
    RecoveryCodes codes;

    @Inject
    TokenHashes hashes;

    @Inject
    SecureTokens random;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Makes the codes that come with a first factor, to be shown once; all older ones are dead. */
    public List<String> begin(String accountId) {
        List<String> fresh = Stream.generate(this::code).limit(COUNT).toList();
        codes.replace(
                accountId, fresh.stream().map(code -> hash(accountId, code)).toList(), clock.instant());
        return fresh;
    }

    /** The same in place of codes that their owner has, which is noted for auditors and told to the owner. */
    public List<String> replace(String accountId, RequestFacts facts) {
        audit.note(new RecoveryCodesReplaced(accountId), facts);
        return begin(accountId);
    }

    /** Uses a code up, however it was typed; false when it is none of the account's, or was used before. */
    public boolean use(String accountId, String typed) {
        return codes.use(accountId, hash(accountId, typed), clock.instant());
    }

    private String code() {
        String letters =
                Base32.encode(random.bytes(BYTES)).substring(0, LETTERS).toLowerCase(Locale.ROOT);
        return letters.replaceAll("(.{4})(?!$)", "$1-");
    }

    private String hash(String accountId, String typed) {
        String letters = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        return hashes.hash("recovery-code\n" + accountId + "\n" + letters);
    }
}
