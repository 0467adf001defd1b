package org.ostiary.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/** Texts that are nearly JSON, or nearly a token, or wholly so and still nothing that anybody should believe. */
final class RubbishJson {
    private final Chance chance;
    private final List<Supplier<String>> values;
    private final List<Supplier<String>> headers;

    RubbishJson(Chance chance) {
        this.chance = chance;
        this.values = List.of(
                () -> "null",
                () -> "true",
                () -> "\"x\"",
                () -> "\"\\ud800\"",
                () -> "\"\\u0000\"",
                () -> "1e400",
                () -> "-0",
                () -> "9".repeat(chance.below(400) + 1),
                () -> String.valueOf(chance.number()),
                () -> "{}",
                () -> "[" + "[".repeat(chance.below(30)) + "]",
                () -> "[".repeat(chance.below(2_000)),
                () -> "{\"essential\":true,\"value\":\"x\",\"values\":[1,null,{}]}",
                () -> "{\"a\":1,\"a\":2}");
        this.headers = List.of(
                () -> "{\"alg\":\"none\"}",
                () -> "{\"alg\":\"RS256\",\"kid\":\"../../x\"}",
                () -> "{\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\"}}",
                () -> "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                () -> "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
                () -> "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2c\":2147483647}",
                () -> "{\"alg\":" + chance.made(values) + "}",
                () -> chance.made(values));
    }

    /** An object, more or less. */
    String object() {
        StringBuilder json = new StringBuilder("{");
        int members = chance.below(5);
        for (int each = 0; each < members; each++) {
            String name =
                    chance.of(List.of("userinfo", "id_token", "sub", "iss", "aud", "exp", "iat", "jti", "client_id"));
            json.append(each == 0 ? "" : ",")
                    .append('"')
                    .append(name)
                    .append("\":")
                    .append(member());
        }
        return json.append(chance.oneIn(10) ? "" : "}").toString();
    }

    /** A JWS in its compact form, more or less. */
    String token() {
        String token = encoded(chance.made(headers)) + "." + encoded(object()) + "." + encoded(signature());
        return chance.oneIn(8) ? token.substring(chance.below(token.length())) : token;
    }

    private String member() {
        return chance.oneIn(3) ? "{\"" + "acr" + "\":" + chance.made(values) + "}" : chance.made(values);
    }

    private String signature() {
        return new String(chance.bytes(chance.below(80)), StandardCharsets.ISO_8859_1);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
