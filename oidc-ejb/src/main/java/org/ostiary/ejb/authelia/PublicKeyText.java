package org.ostiary.ejb.authelia;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A public key in PEM, written as a JWK (RFC 7517; RFC 7518, section 6). */
final class PublicKeyText {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (PUBLIC KEY|RSA PUBLIC KEY|CERTIFICATE)-----([A-Za-z0-9+/=\\s]+?)-----END");
    /** What stands before an RSA key of PKCS #1 in a SubjectPublicKeyInfo: rsaEncryption (RFC 8017, appendix C). */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    private PublicKeyText() {}

    /** Empty for what is no public key of a kind that is used here, a private one among it. */
    static Optional<String> jwk(String pem, String keyId, String algorithm) {
        Matcher block = PEM.matcher(pem);
        if (!block.find()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            Map<String, String> jwk = members(key(block.group(1), der));
            if (jwk.isEmpty()) {
                return Optional.empty();
            }
            putPlain(jwk, "kid", keyId);
            putPlain(jwk, "alg", algorithm);
            jwk.put("use", "sig");
            // By hand: there is no JSON library where this runs, and no character here that it would escape.
            return Optional.of(jwk.entrySet().stream()
                    .map(member -> '"' + member.getKey() + "\":\"" + member.getValue() + '"')
                    .collect(Collectors.joining(",", "{", "}")));
        } catch (GeneralSecurityException | IllegalArgumentException notThat) {
            return Optional.empty();
        }
    }

    /** The characters that Authelia allows there. */
    private static void putPlain(Map<String, String> jwk, String member, String text) {
        if (text.matches("[A-Za-z0-9._~-]{1,100}")) {
            jwk.put(member, text);
        }
    }

    private static PublicKey key(String kind, byte[] der) throws GeneralSecurityException {
        if (kind.equals("CERTIFICATE")) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der))
                    .getPublicKey();
        }
        if (kind.equals("RSA PUBLIC KEY")) {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(wrapped(der)));
        }
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException notRsa) {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        byte[] bits = element(
                (byte) 0x03,
                ByteBuffer.allocate(pkcs1.length + 1).put((byte) 0).put(pkcs1).array());
        return element(
                (byte) 0x30,
                ByteBuffer.allocate(RSA.length + bits.length).put(RSA).put(bits).array());
    }

    private static byte[] element(byte tag, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put(tag)
                .put((byte) 0x82)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    private static Map<String, String> members(PublicKey key) {
        Map<String, String> jwk = new LinkedHashMap<>();
        if (key instanceof RSAPublicKey rsa) {
            jwk.put("kty", "RSA");
            jwk.put("n", number(rsa.getModulus(), 0));
            jwk.put("e", number(rsa.getPublicExponent(), 0));
        } else if (key instanceof ECPublicKey ec) {
            int bits = ec.getParams().getCurve().getField().getFieldSize();
            if (bits == 256 || bits == 384) {
                jwk.put("kty", "EC");
                jwk.put("crv", "P-" + bits);
                jwk.put("x", number(ec.getW().getAffineX(), bits / 8));
                jwk.put("y", number(ec.getW().getAffineY(), bits / 8));
            }
        }
        return jwk;
    }

    /** Big-endian without a sign, filled up to a length (RFC 7518, section 6.2.1.2). */
    private static String number(BigInteger value, int length) {
        byte[] bytes = value.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        int size = bytes.length - from;
        byte[] filled = new byte[Math.max(size, length)];
        System.arraycopy(bytes, from, filled, filled.length - size, size);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(filled);
    }
}
