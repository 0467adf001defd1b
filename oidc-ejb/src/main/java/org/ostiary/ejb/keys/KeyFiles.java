package org.ostiary.ejb.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ConfigurationException;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/**
 * Reads key pairs that an operator brings: a JWK (RFC 7517), PEM with a private key (RFC 7468; EC and Ed25519 with their
 * public key in the same file), or a PKCS#12 key store with one entry. An RSA key signs with RS256, unless a JWK says
 * otherwise.
 */
final class KeyFiles {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([^-]+)-----END \\1 KEY-----");
    private static final List<String> KEY_TYPES = List.of("RSA", "EC", "Ed25519");

    private KeyFiles() {}

    /**
     * The key pair in a file, named by its full thumbprint (RFC 7638).
     *
     * @param password of a key store; null for none
     * @throws ConfigurationException when there is none that could sign here
     */
    static PublicJsonWebKey read(Path file, @Nullable String password) {
        try {
            byte[] content = Files.readAllBytes(file);
            String text = new String(content, StandardCharsets.ISO_8859_1).strip();
            PublicJsonWebKey pair = text.startsWith("{")
                    ? PublicJsonWebKey.Factory.newPublicJwk(text)
                    : text.contains("-----BEGIN ") ? ofPem(text) : ofKeyStore(content, password);
            return named(pair);
        } catch (IOException | GeneralSecurityException | JoseException | IllegalArgumentException e) {
            throw new ConfigurationException(List.of("oidc.keys.import: " + file
                    + " must be a JWK, PEM or PKCS#12 file with one private key for RS256, PS256, ES256, ES384 or EdDSA"
                    + " (RSA from 2048 bits on) and its public key, opened by oidc.keys.import-password where it is locked: "
                    + e.getMessage()));
        }
    }

    private static PublicJsonWebKey named(PublicJsonWebKey pair) throws JoseException {
        if (pair.getPrivateKey() == null || pair.getPublicKey() == null) {
            throw new IllegalArgumentException("a part of the key pair is missing");
        }
        String algorithm = pair.getAlgorithm() == null ? algorithm(pair) : pair.getAlgorithm();
        boolean ours = JwsAlgorithm.of(algorithm)
                .filter(JwsAlgorithm.SIGNING::contains)
                .isPresent();
        pair.setKeyId(pair.calculateBase64urlEncodedThumbprint("SHA-256"));
        pair.setUse("sig");
        pair.setAlgorithm(algorithm);
        if (!ours || !fits(pair, algorithm)) {
            throw new IllegalArgumentException("nothing here signs with such a key");
        }
        return pair;
    }

    private static String algorithm(PublicJsonWebKey pair) {
        return JwsAlgorithm.SIGNING.stream()
                .map(JwsAlgorithm::value)
                .filter(algorithm -> fits(pair, algorithm))
                .findFirst()
                .orElse("none");
    }

    private static boolean fits(PublicJsonWebKey pair, String algorithm) {
        String publicSet = "{\"keys\":[" + pair.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
        return !JwkSets.candidates(publicSet, null, algorithm).isEmpty();
    }

    private static PublicJsonWebKey ofPem(String text) throws GeneralSecurityException, JoseException {
        PrivateKey privateKey = null;
        PublicKey publicKey = null;
        for (Matcher part = PEM.matcher(text); part.find(); ) {
            byte[] encoded = Base64.getMimeDecoder().decode(part.group(2));
            if (part.group(1).equals("PRIVATE")) {
                privateKey = privateKey(encoded);
            } else {
                publicKey = publicKey(encoded);
            }
        }
        if (publicKey == null && privateKey instanceof RSAPrivateCrtKey rsa) {
            publicKey = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        }
        return pair(privateKey, publicKey);
    }

    private static PublicJsonWebKey ofKeyStore(byte[] content, @Nullable String password)
            throws GeneralSecurityException, IOException, JoseException {
        char[] characters = password == null ? new char[0] : password.toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(content), characters);
        List<String> aliases = Collections.list(store.aliases());
        if (aliases.size() != 1) {
            throw new IllegalArgumentException("the key store has " + aliases.size() + " entries, not one");
        }
        Key key = store.getKey(aliases.get(0), characters);
        return pair((PrivateKey) key, store.getCertificate(aliases.get(0)).getPublicKey());
    }

    private static PublicJsonWebKey pair(@Nullable PrivateKey privateKey, @Nullable PublicKey publicKey)
            throws JoseException {
        if (privateKey == null || publicKey == null) {
            throw new IllegalArgumentException("a part of the key pair is missing");
        }
        PublicJsonWebKey pair = PublicJsonWebKey.Factory.newPublicJwk(publicKey);
        pair.setPrivateKey(privateKey);
        return pair;
    }

    private static PrivateKey privateKey(byte[] encoded) {
        return KEY_TYPES.stream()
                .flatMap(type ->
                        tried(() -> KeyFactory.getInstance(type).generatePrivate(new PKCS8EncodedKeySpec(encoded)))
                                .stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the private key is of another type"));
    }

    private static PublicKey publicKey(byte[] encoded) {
        return KEY_TYPES.stream()
                .flatMap(type ->
                        tried(() -> KeyFactory.getInstance(type).generatePublic(new X509EncodedKeySpec(encoded)))
                                .stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the public key is of another type"));
    }

    private interface Reading<T> {
        T read() throws GeneralSecurityException;
    }

    private static <T> Optional<T> tried(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (GeneralSecurityException anotherType) {
            return Optional.empty();
        }
    }
}
