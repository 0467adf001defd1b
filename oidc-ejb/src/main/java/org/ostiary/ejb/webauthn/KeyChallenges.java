package org.ostiary.ejb.webauthn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.secret.TokenHashes;

/**
 * Challenges for authenticators. Each follows from a one-time token that is bound to its purpose and to the interaction or session
 * it was made for, so that none is stored before it is used and none works twice, later or elsewhere.
 */
@ApplicationScoped
public class KeyChallenges {

    private static final String SEED = "webauthn";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    @Inject
    FormTokens formTokens;

    @Inject
    TokenHashes hashes;

    @Inject
    ProviderConfig config;

    /** What a challenge is asked for; it counts for nothing else. */
    enum Purpose {
        NEW_KEY,
        SECOND_FACTOR,
        PASSKEY
    }

    KeyChallenge issue(Purpose purpose, String binding, List<String> credentials, String userHandle) {
        String token = formTokens.issue(form(purpose), binding, LIFETIME);
        return new KeyChallenge(token, challenge(token), rpId(), credentials, userHandle);
    }

    /** Spends a token and answers its challenge, base64url. */
    String take(Purpose purpose, String binding, String token) throws KeyRefused {
        if (!formTokens.use(form(purpose), binding, token)) {
            throw new KeyRefused("challenge unknown, used or too old");
        }
        return challenge(token);
    }

    /** What authenticators know an account by: nothing that means anything elsewhere (Web Authentication Level 2, section 14.6.1). */
    String userHandle(String accountId) {
        return hashes.mark("webauthn-user\n" + accountId);
    }

    String rpId() {
        return URI.create(config.issuer().value()).getHost();
    }

    String origin() {
        return config.issuer().origin();
    }

    private static String form(Purpose purpose) {
        return SEED + " " + purpose;
    }

    private String challenge(String token) {
        return hashes.successor(SEED + "\n" + token);
    }
}
