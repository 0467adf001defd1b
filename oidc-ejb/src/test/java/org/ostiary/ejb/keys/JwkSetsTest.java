package org.ostiary.ejb.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JwkSetsTest {

    @Test
    @DisplayName("ASVS 11.6.1: public keys of the supported kinds may be registered")
    void takesPublicKeys() throws JoseException {
        String rsa = RsaJwkGenerator.generateJwk(2048).toJson(OutputControlLevel.PUBLIC_ONLY);
        String p256 = EcJwkGenerator.generateJwk(EllipticCurves.P256).toJson(OutputControlLevel.PUBLIC_ONLY);
        String p384 = EcJwkGenerator.generateJwk(EllipticCurves.P384).toJson(OutputControlLevel.PUBLIC_ONLY);
        String ed = OkpJwkGenerator.generateJwk("Ed25519").toJson(OutputControlLevel.PUBLIC_ONLY);
        assertThat(JwkSets.refusal(set(rsa + "," + p256 + "," + p384 + "," + ed)))
                .isEmpty();
    }

    @Test
    @DisplayName("D21: private, symmetric, weak and unknown keys are refused with the reason")
    void refusesOtherKeys() throws JoseException {
        refused(
                EcJwkGenerator.generateJwk(EllipticCurves.P256).toJson(OutputControlLevel.INCLUDE_PRIVATE),
                "public keys");
        refused(OctJwkGenerator.generateJwk(256).toJson(OutputControlLevel.INCLUDE_SYMMETRIC), "public keys");
        refused(RsaJwkGenerator.generateJwk(1024).toJson(OutputControlLevel.PUBLIC_ONLY), "2048");
        refused(EcJwkGenerator.generateJwk(EllipticCurves.P521).toJson(OutputControlLevel.PUBLIC_ONLY), "P-256");
        refused(OkpJwkGenerator.generateJwk("Ed448").toJson(OutputControlLevel.PUBLIC_ONLY), "Ed25519");
        refused(OkpJwkGenerator.generateJwk("X25519").toJson(OutputControlLevel.PUBLIC_ONLY), "OKP");
        refused(
                RsaJwkGenerator.generateJwk(2048)
                        .toJson(OutputControlLevel.PUBLIC_ONLY)
                        .replace("\"e\":\"AQAB\"", "\"e\":\"AQ\""),
                "RSA");
        refused("{\"kty\":\"EC\",\"crv\":\"P-192\",\"x\":\"AA\",\"y\":\"AA\"}", "P-256");
        refused("{\"kty\":\"XYZ\"}", "RSA");
    }

    @Test
    @DisplayName("D21: a set is bounded, and must be one")
    void refusesOtherSets() throws JoseException {
        String key = EcJwkGenerator.generateJwk(EllipticCurves.P256).toJson(OutputControlLevel.PUBLIC_ONLY);
        assertThat(JwkSets.refusal(set(String.join(",", Collections.nCopies(1000, key)))))
                .isPresent();
        assertThat(JwkSets.refusal(set(String.join(",", Collections.nCopies(21, key)))))
                .hasValueSatisfying(right -> assertThat(right).contains("20"));
        for (String text :
                new String[] {"", "[]", "{}", set(""), "{\"keys\":7}", "{\"keys\":[7]}", "x".repeat(70_000)}) {
            assertThat(JwkSets.refusal(text)).as(text).isPresent();
        }
    }

    private static void refused(String key, String right) {
        assertThat(JwkSets.refusal(set(key)))
                .hasValueSatisfying(text -> assertThat(text).contains(right));
    }

    private static String set(String keys) {
        return "{\"keys\":[" + keys + "]}";
    }
}
