package org.ostiary.ejb.random;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Random values that nobody can guess. */
@ApplicationScoped
public class SecureTokens {

    private static final int HANDLE_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** That many random bytes. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** 256 random bits as base64url, 43 characters, behind a prefix that secret scanners can recognise. */
    public String handle(String prefix) {
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(HANDLE_BYTES));
    }

    /** A random UUID of version 4 (RFC 9562, section 5.4), in lower case. */
    public String uuid() {
        return UUID.randomUUID().toString();
    }
}
