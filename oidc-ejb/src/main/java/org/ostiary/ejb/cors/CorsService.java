package org.ostiary.ejb.cors;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.Cors;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.WebOrigin;

/** Judges cross-origin calls (RFC 9700, section 2.6): what is not configured is not allowed. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class CorsService {

    @Inject
    ProviderConfig config;

    @Inject
    ClientDirectory clients;

    /**
     * Whether scripts of {@code origin} may call the endpoint.
     *
     * @param endpoint its name in the configuration, for example {@code token}
     * @param origin as the browser sent it
     */
    public boolean allows(String endpoint, String origin) {
        Cors cors = config.cors();
        if (!cors.endpoints().contains(endpoint)) {
            return false;
        }
        return cors.allowedOrigins().contains(origin)
                || (cors.allowedOriginsFromClientRedirectUris() && isOriginOfARedirectUri(origin));
    }

    private boolean isOriginOfARedirectUri(String origin) {
        return isOrigin(origin)
                && clients.redirectUris().stream()
                        .anyMatch(uri ->
                                uri.startsWith(origin + "/") || uri.startsWith(origin + "?") || uri.equals(origin));
    }

    /** Nothing that is more or less than an origin: the beginning of an address is not one. */
    private static boolean isOrigin(String text) {
        try {
            return WebOrigin.of(text).value().equals(text);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }
}
