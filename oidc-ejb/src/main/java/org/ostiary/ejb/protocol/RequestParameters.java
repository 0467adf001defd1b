package org.ostiary.ejb.protocol;

import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_REQUEST;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of one request, from one place only: its query or its body, never both.
 *
 * <p>A repeated name other than {@code resource} refuses the whole request, whatever the values; a parameter without a value counts as left out
 * (RFC 6749, sections 3.1 and 3.2).
 */
public final class RequestParameters {

    /** The longest value of one parameter, in bytes as it was sent. */
    public static final int LONGEST_VALUE = 8 * 1024;

    private static final int LONGEST_FORM = 64 * 1024;

    /** The one parameter that holds a whole request (RFC 9101, section 5). */
    private static final String REQUEST_OBJECT = "request";

    private static final int MOST_PARAMETERS = 100;
    private static final Pattern USUAL_NAME = Pattern.compile("[a-z_]{1,25}");
    private static final Rule ENCODED = new Rule("parameters-encoded", "RFC 6749, appendix B");
    private static final Rule NOT_REPEATED = new Rule("parameter-not-repeated", "RFC 6749, section 3.1");
    private static final Rule SIZE = new Rule("parameters-size", "RFC 6749, section 3.1");
    private static final Rule PRESENT = new Rule("parameter-present", "RFC 6749, section 4.1.2.1");

    /** The one name that may be sent several times (RFC 8707, section 2). */
    private static final String REPEATABLE = "resource";

    private final Map<String, String> values;
    private final Set<String> resources;
    private final String encoded;

    private RequestParameters(Map<String, String> values, Set<String> resources, String encoded) {
        this.values = Collections.unmodifiableMap(values);
        this.resources = Collections.unmodifiableSet(resources);
        this.encoded = encoded;
    }

    /**
     * Reads {@code application/x-www-form-urlencoded} text.
     *
     * @throws OAuthException invalid_request for a repeated name, a broken percent-encoding, bytes that are not UTF-8, a NUL
     *     character, a value over 8 kB (of {@code request}, 64 kB) or more than 100 parameters
     */
    public static RequestParameters parse(String encoded) {
        return parse(encoded, LONGEST_VALUE);
    }

    /** The same for a form whose fields may hold a document, for example keys: a value may have 64 kB. */
    public static RequestParameters parseLong(String encoded) {
        return parse(encoded, LONGEST_FORM);
    }

    private static RequestParameters parse(String encoded, int longestValue) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> resources = new LinkedHashSet<>();
        int count = 0;
        // Without a limit: the last piece would hide what follows many empty pairs.
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MOST_PARAMETERS) {
                throw refuse(SIZE, "The request has more than " + MOST_PARAMETERS + " parameters");
            }
            add(values, resources, pair, longestValue);
        }
        values.values().removeIf(String::isEmpty);
        return new RequestParameters(values, resources, encoded);
    }

    private static void add(Map<String, String> values, Set<String> resources, String pair, int longestValue) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        int longest = name.equals(REQUEST_OBJECT) ? LONGEST_FORM : longestValue;
        if (value.length() > longest) {
            throw refuse(SIZE, "The parameter " + shown(name) + " is longer than " + longest + " bytes");
        }
        String decoded = decode(value);
        if (name.equals(REPEATABLE) && !decoded.isEmpty()) {
            resources.add(decoded);
        }
        if (values.putIfAbsent(name, decoded) != null && !name.equals(REPEATABLE)) {
            throw refuse(NOT_REPEATED, "The parameter " + shown(name) + " must not be sent more than once");
        }
    }

    private static String decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '%') {
                bytes.put((byte) (hexDigit(text, at + 1) << 4 | hexDigit(text, at + 2)));
                at += 2;
            } else {
                bytes.put(character == '+' ? (byte) ' ' : plain(character));
            }
        }
        return utf8(bytes.flip());
    }

    private static byte plain(char character) {
        if (character > 0x7E || character < 0x20) {
            throw refuse(ENCODED, "The parameters hold a character that must be percent-encoded");
        }
        return (byte) character;
    }

    private static int hexDigit(String text, int at) {
        int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        if (digit < 0) {
            throw refuse(ENCODED, "The parameters hold a percent sign that two hexadecimal digits do not follow");
        }
        return digit;
    }

    private static String utf8(ByteBuffer bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (text.indexOf('\0') >= 0) {
                throw refuse(ENCODED, "The parameters hold a NUL character");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw refuse(ENCODED, "The parameters are not UTF-8");
        }
    }

    /** A name as specifications choose them; any other may be a message that a stranger wants a person to read. */
    private static String shown(String name) {
        return USUAL_NAME.matcher(name).matches() ? name : "with an unusual name";
    }

    private static OAuthException refuse(Rule rule, String description) {
        return new OAuthException(INVALID_REQUEST, rule, description);
    }

    /** The value, when the parameter was sent with one. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * The value of a parameter that must be there.
     *
     * @throws OAuthException invalid_request that names the parameter
     */
    public String require(String name) {
        return find(name)
                .orElseThrow(() -> new OAuthException(
                        INVALID_REQUEST,
                        PRESENT,
                        "The parameter " + name + " is missing",
                        Facts.of(name, this, "a value")));
    }

    /** Every value of {@code resource}, the only parameter that may be repeated, in order and each once. */
    public Set<String> resources() {
        return resources;
    }

    /** Parameters that were not sent as a form, for example those of a request object; each name once. */
    public static RequestParameters of(Map<String, String> values) {
        return of(values, Set.of());
    }

    /**
     * The same, with the only parameter that may be repeated.
     *
     * @throws OAuthException invalid_request like {@link #parse}, also for more than a form could hold
     */
    public static RequestParameters of(Map<String, String> values, Set<String> resources) {
        String encoded = Stream.concat(
                        Stream.of(FormEncoding.encode(values)),
                        resources.stream().map(each -> FormEncoding.encode(Map.of(REPEATABLE, each))))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        if (encoded.length() > LONGEST_FORM) {
            throw refuse(SIZE, "The request is longer than " + LONGEST_FORM + " bytes");
        }
        return parse(encoded);
    }

    /** The same parameters but those of these names, not encoded anew. */
    public RequestParameters without(Set<String> names) {
        return parse(Stream.of(encoded.split("&", -1))
                .filter(pair -> !names.contains(decode(pair.replaceFirst("=.*", ""))))
                .collect(Collectors.joining("&")));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** The parameters as they were sent; {@link #parse} reads them back. */
    public String encoded() {
        return encoded;
    }
}
