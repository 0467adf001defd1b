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
 * Challenges for authenticators. Each follows from a one-time token that is bound to the interaction or session it was made for,
 * so that none is stored before it is used and none works twice, later or elsewhere.
 */
@ApplicationScoped
public class KeyChallenges {

    private static final String FORM = "webauthn";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    @Inject
    FormTokens formTokens;

    @Inject
    TokenHashes hashes;

    @Inject
    ProviderConfig config;

    KeyChallenge issue(String binding, List<String> credentials, String userHandle) {
        String token = formTokens.issue(FORM, binding, LIFETIME);
        return new KeyChallenge(token, challenge(token), rpId(), credentials, userHandle);
    }

    /** Spends a token and answers its challenge, base64url. */
    String take(String binding, String token) throws KeyRefused {
        if (!formTokens.use(FORM, binding, token)) {
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

    private String challenge(String token) {
        return hashes.successor(FORM + "\n" + token);
    }
}
