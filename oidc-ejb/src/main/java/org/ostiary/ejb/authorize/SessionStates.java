package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.Sha256;
import org.ostiary.ejb.protocol.WebOrigin;
import org.ostiary.ejb.random.SecureTokens;

/**
 * Makes the {@code session_state} of authorization responses (OIDC Session Management 1.0, sections 2 and 3.2): the SHA-256, in
 * hexadecimal digits, of client, origin of the redirect URI, the browser's state and a salt, with a space between each; then a
 * dot and the salt.
 */
@ApplicationScoped
public class SessionStates {

    @Inject
    SecureTokens random;

    /**
     * The session_state for a response.
     *
     * @param browserState the random value in the browser's cookie; null when it has none
     * @return null where no script could ask: without a browser's state, and for an address that is not of the web
     */
    @Nullable
    String of(String clientId, String redirectUri, @Nullable String browserState) {
        Optional<String> origin = WebOrigin.ofAddress(redirectUri);
        if (browserState == null || origin.isEmpty()) {
            return null;
        }
        String salt = random.handle("");
        String input = clientId + " " + origin.get() + " " + browserState + " " + salt;
        return HexFormat.of().formatHex(Sha256.of(input)) + "." + salt;
    }
}
