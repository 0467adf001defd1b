package org.ostiary.ejb.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.protocol.Issuer;

/**
 * The client of the test application that the server brings along: public, with one redirect URI of the server's own, for
 * whoever may log in at all. An operator who registers a client of the same name has that one instead.
 */
public final class TryItClient {

    /** Its {@code client_id}. */
    public static final String ID = "ostiary-try-it";

    /** The path of its one page, which is its redirect URI too. */
    public static final String PATH = "/try-it.xhtml";

    private TryItClient() {}

    /** Its keys, as an operator would write them. */
    static ConfiguredValues keys(Issuer issuer) {
        Map<String, String> keys = new LinkedHashMap<>();
        set(keys, ClientOption.CLIENT_NAME, "Try it");
        set(keys, ClientOption.PUBLIC, "true");
        set(keys, ClientOption.TOKEN_ENDPOINT_AUTH_METHOD, "none");
        set(keys, ClientOption.REDIRECT_URIS, issuer.endpoint(PATH));
        set(keys, ClientOption.POST_LOGOUT_REDIRECT_URIS, issuer.endpoint(PATH));
        set(keys, ClientOption.SCOPES, "openid,profile,email,groups");
        set(keys, ClientOption.AUTHORIZATION_POLICY, "one_factor");
        return ConfiguredValues.of(keys);
    }

    private static void set(Map<String, String> keys, ClientOption option, String value) {
        keys.put(option.key(ID).name(), value);
    }
}
