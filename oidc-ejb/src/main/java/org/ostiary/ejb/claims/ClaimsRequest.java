package org.ostiary.ejb.claims;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;

/**
 * The {@code claims} parameter (OIDC Core 1.0, section 5.5).
 *
 * @param userinfo what is asked for at userinfo, by name
 * @param idToken what is asked for in the ID token, by name
 */
public record ClaimsRequest(Map<String, RequestedClaim> userinfo, Map<String, RequestedClaim> idToken) {
    private static final ClaimsRequest NOTHING = new ClaimsRequest(Map.of(), Map.of());

    /**
     * Reads the parameter.
     *
     * @param text null for none
     * @throws OAuthException invalid_request when it is no such object
     */
    public static ClaimsRequest parse(@Nullable String text) {
        if (text == null) {
            return NOTHING;
        }
        JsonObject json = BoundedJson.read(text)
                .orElseThrow(() -> refuse("The parameter claims must be a JSON object, at most ten levels deep,"
                        + " without repeated members and without numbers beyond all measure"));
        return new ClaimsRequest(claims(json, "userinfo"), claims(json, "id_token"));
    }

    /** The names of all that is asked for, wherever. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(userinfo.keySet());
        names.addAll(idToken.keySet());
        return names;
    }

    /** The same without these names. */
    ClaimsRequest without(Set<String> names) {
        return new ClaimsRequest(without(userinfo, names), without(idToken, names));
    }

    private static Map<String, RequestedClaim> without(Map<String, RequestedClaim> asked, Set<String> names) {
        Map<String, RequestedClaim> rest = new LinkedHashMap<>(asked);
        rest.keySet().removeAll(names);
        return rest;
    }

    private static Map<String, RequestedClaim> claims(JsonObject json, String member) {
        JsonValue value = json.getOrDefault(member, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Map.of();
        }
        if (!(value instanceof JsonObject asked)) {
            throw refuse("The member " + member + " of the parameter claims must be an object");
        }
        Map<String, RequestedClaim> claims = new LinkedHashMap<>();
        asked.forEach((name, wish) -> claims.put(name, claim(wish)));
        return claims;
    }

    private static RequestedClaim claim(JsonValue wish) {
        if (wish == JsonValue.NULL) {
            return new RequestedClaim(false, List.of());
        }
        if (!(wish instanceof JsonObject details)) {
            throw refuse("A claim in the parameter claims must be null or an object");
        }
        List<JsonValue> values = new ArrayList<>();
        if (details.containsKey("value")) {
            values.add(details.get("value"));
        }
        if (details.get("values") instanceof JsonArray several) {
            values.addAll(several);
        }
        return new RequestedClaim(details.get("essential") == JsonValue.TRUE, values);
    }

    private static OAuthException refuse(String description) {
        return new OAuthException(
                OAuthErrorCode.INVALID_REQUEST,
                new Rule("claims-well-formed", "OIDC Core 1.0, section 5.5"),
                description);
    }
}
