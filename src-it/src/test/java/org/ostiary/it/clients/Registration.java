package org.ostiary.it.clients;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One foreign client as Ostiary is configured to know it. The person is asked for consent every time, so that tests do
 * not depend on one another.
 *
 * @param clientId also the name that the foreign program has for it
 * @param authenticationMethod {@code client_secret_basic}, {@code client_secret_post} or {@code none}
 * @param requirePkce whether a confidential client must send a challenge
 */
record Registration(String clientId, String authenticationMethod, String redirectUri, boolean requirePkce) {
    /** Of every confidential client here; full of characters that mean something to a form, a URL or HTTP Basic. */
    static final String SECRET = "an open secret: 100% of a+b & c=d / e?";

    /** The keys of several. */
    static Map<String, String> configurationOf(List<Registration> clients) {
        Map<String, String> keys = new LinkedHashMap<>();
        clients.forEach(client -> keys.putAll(client.configuration()));
        return keys;
    }

    boolean isPublic() {
        return authenticationMethod.equals("none");
    }

    /** The keys that an administrator would set. */
    Map<String, String> configuration() {
        Map<String, String> keys = new LinkedHashMap<>();
        set(keys, "client-name", "The application " + clientId);
        set(keys, "redirect-uris", redirectUri);
        set(keys, "scopes", "openid,profile,email");
        set(keys, "response-modes", "query,form_post");
        set(keys, "authorization-policy", "one_factor");
        set(keys, "consent-mode", "explicit");
        set(keys, "require-pkce", Boolean.toString(requirePkce));
        set(keys, "token-endpoint-auth-method", authenticationMethod);
        set(keys, "public", Boolean.toString(isPublic()));
        if (!isPublic()) {
            set(keys, "client-secret", "$plaintext$" + SECRET);
        }
        return keys;
    }

    /** The same for {@code relying-party.mjs}. */
    String formEncoded() {
        String form =
                "name=" + clientId + "&client_id=" + clientId + "&token_endpoint_auth_method=" + authenticationMethod;
        return isPublic() ? form : form + "&client_secret=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    }

    private void set(Map<String, String> keys, String name, String value) {
        keys.put("oidc.client." + clientId + "." + name, value);
    }
}
