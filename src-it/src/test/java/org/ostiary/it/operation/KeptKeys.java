package org.ostiary.it.operation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.server.OstiaryServer;

/** An application that verifies with Nimbus' library, and keeps the key set for as long as it may, never fetching it early. */
final class KeptKeys {
    private static final Pattern MAX_AGE = Pattern.compile("(?i)max-age=([0-9]+)");
    private static final int TRIES = 100;

    /** What stands before the 32 bytes of such a key (RFC 8410, section 4). */
    private static final String ED25519 = "302a300506032b6570032100";

    private final String request;
    private final List<Integer> ports;
    private int turn;
    private JWKSet kept = new JWKSet();
    private long until = System.nanoTime();

    KeptKeys(OstiaryServer issuer, List<Integer> ports) {
        this.request = "GET /jwks.json HTTP/1.1\r\nHost: localhost:" + issuer.port() + "\r\nConnection: close\r\n\r\n";
        this.ports = ports;
    }

    /** What is wrong with a token; empty when its signature is right. */
    synchronized Optional<String> fault(String token) throws InterruptedException {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            String kid = parsed.getHeader().getKeyID();
            JWK key = keys().getKeyByKeyId(kid);
            if (key == null) {
                return Optional.of("the key " + kid + " is not published");
            }
            return verifies(parsed, key) ? Optional.empty() : Optional.of("wrong signature by " + kid);
        } catch (ParseException | JOSEException e) {
            return Optional.of(e.toString());
        }
    }

    private static boolean verifies(SignedJWT token, JWK key) throws JOSEException {
        return key instanceof OctetKeyPair pair
                ? verifies(token, pair)
                : token.verify(new DefaultJWSVerifierFactory()
                        .createJWSVerifier(token.getHeader(), ((AsymmetricJWK) key).toPublicKey()));
    }

    /** Nimbus leaves this algorithm to another library; here Java itself does it. */
    private static boolean verifies(SignedJWT token, OctetKeyPair key) {
        byte[] encoded = HexFormat.of()
                .parseHex(ED25519 + HexFormat.of().formatHex(key.getX().decode()));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(token.getSigningInput());
            return signature.verify(token.getSignature().decode());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWKSet keys() throws ParseException, InterruptedException {
        for (int each = 0; System.nanoTime() - until >= 0; each++) {
            try {
                RawAnswer answer = RawHttp.exchange(ports.get(turn++ % ports.size()), request);
                Matcher maxAge = MAX_AGE.matcher(answer.head());
                if (answer.status() == 200 && maxAge.find()) {
                    kept = JWKSet.parse(answer.body());
                    until = System.nanoTime() + Long.parseLong(maxAge.group(1)) * 1_000_000_000L;
                    return kept;
                }
            } catch (UncheckedIOException dead) {
                // The other node is asked next.
            }
            if (each > TRIES) {
                throw new IllegalStateException("No node answers with a key set");
            }
            Thread.sleep(100);
        }
        return kept;
    }
}
