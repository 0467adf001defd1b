package org.ostiary.ejb.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

class JwtVerifierTest {

    private final JwtVerifier verifier = new JwtVerifier();

    @ParameterizedTest
    @DisplayName("RFC 9864, section 2.2: Ed25519 and EdDSA are names of one algorithm, for tokens and for keys")
    @CsvSource({"EdDSA,EdDSA", "Ed25519,Ed25519", "EdDSA,Ed25519", "Ed25519,EdDSA", "Ed25519,", "EdDSA,"})
    void knowsBothNames(String ofToken, String ofKey) throws Exception {
        OctetKeyPairJsonWebKey key = OkpJwkGenerator.generateJwk("Ed25519");
        if (ofKey != null) {
            key.setAlgorithm(ofKey);
        }
        String jwt = signed(ofToken, key.getPrivateKey());
        assertThat(verifier.verify(jwt, List.of(JwsAlgorithm.EDDSA), set(key))).isPresent();
        assertThat(verifier.verify(jwt, List.of(JwsAlgorithm.ES256), set(key))).isEmpty();
        assertThat(verifier.verify(
                        jwt.substring(0, jwt.length() - 8) + "AAAAAAAA", List.of(JwsAlgorithm.EDDSA), set(key)))
                .isEmpty();
    }

    @Test
    @DisplayName("Neither name means Ed448")
    void refusesEd448() throws Exception {
        OctetKeyPairJsonWebKey key = OkpJwkGenerator.generateJwk("Ed448");
        for (String name : JwsAlgorithm.EDDSA.names()) {
            assertThat(verifier.verify(signed(name, key.getPrivateKey()), List.of(JwsAlgorithm.EDDSA), set(key)))
                    .isEmpty();
        }
    }

    private static String set(OctetKeyPairJsonWebKey key) {
        return "{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
    }

    private static String signed(String algorithm, PrivateKey key) throws GeneralSecurityException, JoseException {
        String input = encoded("{\"alg\":\"" + algorithm + "\"}") + "." + encoded("{\"iss\":\"app\"}");
        Signature signature = Signature.getInstance("EdDSA");
        signature.initSign(key);
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
