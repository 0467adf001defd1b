package org.ostiary.ejb.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.Scopes;

/**
 * The client of the pages below {@code /admin}, for which people sign in like for any application: public, with one redirect URI
 * of the server's own and PKCE, for whoever proves two factors. What its tokens let people do is judged by their groups.
 */
public final class AdministrationClient {

    /** Its {@code client_id}, which no other client may have. */
    public static final String ID = "ostiary-administration";

    /** Where its codes go, from the root of the issuer. */
    public static final String REDIRECT_PATH = "/admin/signed-in";

    /** What follows the issuer in the audience of all tokens for the administration. */
    static final String AUDIENCE_PATH = "/api/admin/v1";

    private AdministrationClient() {}

    /** Its keys, as an operator would write them. */
    static ConfiguredValues keys(Issuer issuer) {
        Map<String, String> keys = new LinkedHashMap<>();
        set(keys, ClientOption.CLIENT_NAME, "Administration");
        set(keys, ClientOption.PUBLIC, "true");
        set(keys, ClientOption.TOKEN_ENDPOINT_AUTH_METHOD, "none");
        set(keys, ClientOption.REDIRECT_URIS, issuer.endpoint(REDIRECT_PATH));
        set(keys, ClientOption.SCOPES, Scopes.OPENID + "," + Scopes.ADMIN);
        set(keys, ClientOption.AUDIENCE, issuer.endpoint(AUDIENCE_PATH));
        set(keys, ClientOption.AUTHORIZATION_POLICY, "two_factor");
        set(keys, ClientOption.CONSENT_MODE, "implicit");
        set(keys, ClientOption.REQUIRE_PKCE, "true");
        return ConfiguredValues.of(keys);
    }

    private static void set(Map<String, String> keys, ClientOption option, String value) {
        keys.put(option.key(ID).name(), value);
    }
}
