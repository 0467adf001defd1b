package org.ostiary.ejb.authorize;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** What a request object must say about itself, in the order of {@link #require} (RFC 9101, sections 4, 5 and 10.8). */
final class RequestObjectRules {

    private static final String SECTION = "RFC 9101, section 4";
    private static final Set<String> TYPES = Set.of("jwt", "oauth-authz-req+jwt", "application/oauth-authz-req+jwt");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(60);

    /** How far a client's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final RegisteredClient client;
    private final Issuer issuer;
    private final Instant now;

    RequestObjectRules(RegisteredClient client, Issuer issuer, Instant now) {
        this.client = client;
        this.issuer = issuer;
        this.now = now;
    }

    /** No token that was signed for another purpose is a request (RFC 9101, section 10.8). */
    static void requireType(@Nullable String type) {
        if (type != null && !TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            throw refuse(
                    "request-object-type",
                    "RFC 9101, section 10.8",
                    "The typ of the request object must be oauth-authz-req+jwt, JWT, or left out");
        }
    }

    void require(JsonObject claims, RequestParameters sent) {
        refuseNested(claims);
        requireClient(claims);
        requireIssuer(claims);
        refuseSubject(claims);
        requireAudience(claims);
        requireExpiry(claims);
        requireBegun(claims);
        requireSame(claims, sent, "response_type");
        requireSame(claims, sent, "scope");
    }

    private static void refuseNested(JsonObject claims) {
        if (claims.containsKey("request") || claims.containsKey("request_uri")) {
            throw refuse(
                    "request-object-flat",
                    SECTION,
                    "A request object must have neither request nor request_uri inside");
        }
    }

    private void requireClient(JsonObject claims) {
        if (!isClient(claims.get("client_id"))) {
            throw refuse(
                    "request-object-client",
                    "RFC 9101, section 5",
                    "The client_id in the request object must be that of the client");
        }
    }

    private void requireIssuer(JsonObject claims) {
        if (claims.containsKey("iss") && !isClient(claims.get("iss"))) {
            throw refuse("request-object-issuer", SECTION, "The iss of a request object must be the client_id");
        }
    }

    /** Such a token would be good for authenticating the client. */
    private void refuseSubject(JsonObject claims) {
        if (isClient(claims.get("sub"))) {
            throw refuse(
                    "request-object-subject",
                    "RFC 9101, section 10.8",
                    "The sub of a request object must not be the client_id");
        }
    }

    private void requireAudience(JsonObject claims) {
        JsonValue audience = claims.get("aud");
        boolean ours = audience instanceof JsonArray several
                ? several.stream().anyMatch(each -> is(each, issuer.value()))
                : is(audience, issuer.value());
        if (!ours) {
            throw refuse("request-object-audience", SECTION, "The aud of a request object must be the issuer");
        }
    }

    private void requireExpiry(JsonObject claims) {
        Instant expiry = instant(claims, "exp")
                .orElseThrow(() -> refuse("request-object-expiry", SECTION, "A request object must have an exp"));
        if (!now.isBefore(expiry) || expiry.isAfter(now.plus(LONGEST_LIFE))) {
            throw refuse(
                    "request-object-in-time",
                    SECTION,
                    "The exp of a request object must be in the next " + LONGEST_LIFE.toMinutes() + " minutes");
        }
    }

    private void requireBegun(JsonObject claims) {
        if (instant(claims, "nbf").filter(now.plus(SKEW)::isBefore).isPresent()) {
            throw refuse("request-object-begun", SECTION, "The nbf of the request object is in the future");
        }
    }

    /** Two that differ would show a person one request and answer another (OIDC Core 1.0, section 6.1). */
    private static void requireSame(JsonObject claims, RequestParameters sent, String name) {
        if (sent.find(name).filter(outside -> !is(claims.get(name), outside)).isPresent()) {
            throw refuse(
                    "request-object-same",
                    "OIDC Core 1.0, section 6.1",
                    "The " + name + " beside the request object must be the one inside, or left out");
        }
    }

    private static Optional<Instant> instant(JsonObject claims, String name) {
        JsonValue value = claims.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonNumber number
                && SECONDS.matcher(number.toString()).matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(number.toString())));
        }
        throw refuse("request-object-time", SECTION, "The " + name + " of a request object must be whole seconds");
    }

    private boolean isClient(@Nullable JsonValue value) {
        return is(value, client.clientId());
    }

    private static boolean is(@Nullable JsonValue value, String text) {
        return value instanceof JsonString string && string.getString().equals(text);
    }

    static OAuthException refuse(String rule, String section, String description) {
        return new OAuthException(OAuthErrorCode.INVALID_REQUEST_OBJECT, new Rule(rule, section), description);
    }
}
