package org.ostiary.ejb.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.config.ConfigurationException;

@DisplayName("Key pairs that an operator brings")
class KeyFilesTest {

    @TempDir
    Path directory = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("key"), text, StandardCharsets.US_ASCII);
    }

    private static KeyPair pair(String type) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type.startsWith("secp") ? "EC" : type);
        if (type.startsWith("secp")) {
            generator.initialize(new ECGenParameterSpec(type));
        } else if (type.equals("RSA")) {
            generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair, boolean withPublic) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        String text = "-----BEGIN PRIVATE KEY-----\n"
                + lines.encodeToString(pair.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
        PublicKey publicKey = pair.getPublic();
        return withPublic
                ? text + "-----BEGIN PUBLIC KEY-----\n" + lines.encodeToString(publicKey.getEncoded())
                        + "\n-----END PUBLIC KEY-----\n"
                : text;
    }

    @ParameterizedTest
    @DisplayName("PEM: the algorithm follows from the kind of key, the name is its thumbprint")
    @CsvSource({"RSA,RS256", "secp256r1,ES256", "secp384r1,ES384", "Ed25519,EdDSA"})
    void pem(String type, String algorithm) throws IOException, GeneralSecurityException, JoseException {
        KeyPair pair = pair(type);
        PublicJsonWebKey key = KeyFiles.read(file(pem(pair, true)), null);
        assertThat(key.getAlgorithm()).isEqualTo(algorithm);
        assertThat(key.getKeyId()).isEqualTo(key.calculateBase64urlEncodedThumbprint("SHA-256"));
        assertThat(key.getPublicKey().getEncoded()).isEqualTo(pair.getPublic().getEncoded());
        assertThat(key.getPrivateKey().getEncoded()).isEqualTo(pair.getPrivate().getEncoded());
    }

    @Test
    @DisplayName("RSA has its public key within the private one")
    void rsaAlone() throws IOException, GeneralSecurityException {
        assertThat(KeyFiles.read(file(pem(pair("RSA"), false)), null).getAlgorithm())
                .isEqualTo("RS256");
    }

    @Test
    @DisplayName("A JWK keeps its algorithm and loses its name")
    void jwk() throws IOException, JoseException {
        PublicJsonWebKey made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        made.setKeyId("mine");
        PublicJsonWebKey key = KeyFiles.read(file(made.toJson(OutputControlLevel.INCLUDE_PRIVATE)), null);
        assertThat(key.getAlgorithm()).isEqualTo("ES256");
        assertThat(key.getKeyId()).hasSize(43);
    }

    @ParameterizedTest
    @DisplayName("What could not sign here is refused with what would be right")
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "{}",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
            })
    void refuses(String text) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> KeyFiles.read(file, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("oidc.keys.import")
                .hasMessageContaining("must be a JWK, PEM or PKCS#12 file");
    }

    @Test
    @DisplayName("A public key alone signs nothing")
    void refusesThePublicPart() throws IOException, JoseException {
        Path file = file(EcJwkGenerator.generateJwk(EllipticCurves.P256).toJson(OutputControlLevel.PUBLIC_ONLY));
        assertThatThrownBy(() -> KeyFiles.read(file, null)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    @DisplayName("A key of another curve is refused")
    void refusesAnotherCurve() throws IOException, GeneralSecurityException {
        Path file = file(pem(pair("secp521r1"), true));
        assertThatThrownBy(() -> KeyFiles.read(file, null)).isInstanceOf(ConfigurationException.class);
    }
}
