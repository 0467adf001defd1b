package org.ostiary.ejb.protocol.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who an assertion says it is from, before anything is verified: only to find the client whose keys then decide. A subject
 * that needs JSON escapes is none of ours, because client identifiers are made of unreserved characters.
 */
final class AssertionSubject {
    private static final int LONGEST = 16 * 1024;
    private static final Pattern SUBJECT = Pattern.compile("\"sub\"\\s*:\\s*\"([A-Za-z0-9._~-]{1,100})\"");

    private AssertionSubject() {}

    /** @throws InvalidClient when it names nobody */
    static String of(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        if (assertion.length() > LONGEST || parts.length != 3) {
            throw new InvalidClient("client-assertion-shape", false);
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            Matcher subject = SUBJECT.matcher(claims);
            if (subject.find()) {
                return subject.group(1);
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidClient("client-assertion-shape", false);
        }
        throw new InvalidClient("client-assertion-subject", false);
    }
}
