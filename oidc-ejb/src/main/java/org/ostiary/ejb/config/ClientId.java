package org.ostiary.ejb.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a client may be called (RFC 6749, section 2.2; RFC 3986, section 2.3). */
final class ClientId {
    private static final int LONGEST = 100;
    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern UUID_V4 =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private ClientId() {}

    /** What would be right, or empty when the identifier may be used. */
    static Optional<String> refusal(String clientId) {
        if (clientId.length() > LONGEST) {
            return Optional.of("a client identifier must not be longer than " + LONGEST + " characters");
        }
        if (!UNRESERVED.matcher(clientId).matches()) {
            return Optional.of("a client identifier must consist of letters, digits and . _ ~ -");
        }
        return UUID_V4.matcher(clientId).matches()
                ? Optional.of("a client identifier must not look like a version 4 UUID:"
                        + " it could be taken for a person's sub (RFC 9700, section 4.15)")
                : Optional.empty();
    }
}
