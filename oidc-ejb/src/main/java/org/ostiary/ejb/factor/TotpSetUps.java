package org.ostiary.ejb.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.secret.TokenHashes;

/**
 * Offers of a key for an authenticator app. The key follows from the one-time token in the form and the master key, so that
 * showing an offer writes nothing, and the same form shown again after a mistyped code has the same key.
 */
@ApplicationScoped
public class TotpSetUps {

    private static final String FORM = "totp-set-up";

    /** 160 bits, as RFC 4226, section 4 recommends. */
    private static final int SEED_BYTES = 20;

    @Inject
    FormTokens formTokens;

    @Inject
    TokenHashes hashes;

    @Inject
    ProviderConfig config;

    /** A new offer, for the holder of {@code binding} only. */
    public TotpSetUp offer(String username, String binding) {
        return of(username, formTokens.issue(FORM, binding));
    }

    /** The offer that was made before, or a new one when that was not one of ours for this holder. */
    public TotpSetUp offerAgain(String username, String binding, String token) {
        return formTokens.counts(FORM, binding, token) ? of(username, token) : offer(username, binding);
    }

    /** Takes an offer up; true once. */
    boolean take(String binding, String token) {
        return formTokens.use(FORM, binding, token);
    }

    byte[] seed(String token) {
        return Arrays.copyOf(Base64.getUrlDecoder().decode(hashes.successor(FORM + "\n" + token)), SEED_BYTES);
    }

    private TotpSetUp of(String username, String token) {
        String key = Base32.encode(seed(token));
        String address = address(username, key);
        return new TotpSetUp(token, key.replaceAll("(.{4})(?!$)", "$1 "), address, QrImage.of(address));
    }

    /** The form that authenticator apps read; there is no specification for it, only custom. */
    private String address(String username, String key) {
        String issuer = URI.create(config.issuer().value()).getHost();
        return "otpauth://totp/" + encode(issuer) + ":" + encode(username) + "?secret=" + key + "&issuer="
                + encode(issuer) + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP.toSeconds();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
