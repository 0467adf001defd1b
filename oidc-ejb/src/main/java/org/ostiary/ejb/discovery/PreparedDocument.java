package org.ostiary.ejb.discovery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.ostiary.ejb.protocol.Sha256;

/** The bytes of a public JSON document, made once, with the validator that caches compare (RFC 9110, section 8.8.3). */
public final class PreparedDocument {

    private final byte[] body;
    private final String etag;
    private final Duration maxAge;

    private PreparedDocument(byte[] body, String etag, Duration maxAge) {
        this.body = body;
        this.etag = etag;
        this.maxAge = maxAge;
    }

    static PreparedDocument of(String json, Duration maxAge) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new PreparedDocument(
                body, Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(body)), maxAge);
    }

    /** The JSON text in UTF-8. */
    public byte[] body() {
        return body.clone();
    }

    /** The validator, without quotation marks. */
    public String etag() {
        return etag;
    }

    /** How long caches may keep it. */
    public Duration maxAge() {
        return maxAge;
    }
}
