package org.ostiary.ejb.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.hint.IdTokenHint;
import org.ostiary.ejb.hint.IdTokenHints;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.authorize.RequestedLocales;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.logout.SignOutWish;

/**
 * Judges the parameters of the end-session endpoint (OIDC RP-Initiated Logout 1.0, section 2). Whatever is wrong is shown on
 * a page of ours: no browser is sent anywhere by a request that was not understood to its end (section 4).
 */
@ApplicationScoped
public class EndSessionRules {

    /** A longer hint means nobody: no account has such a name. */
    private static final int LONGEST_HINT = 256;

    private static final String SECTION = "OIDC RP-Initiated Logout 1.0, section 2";

    @Inject
    IdTokenHints hints;

    @Inject
    ClientDirectory clients;

    /**
     * What the request asks for.
     *
     * @throws OAuthException invalid_request for a hint that is not ours, a client that is unknown or another one than the
     *     hint's, or a post_logout_redirect_uri that the client did not register
     */
    SignOutWish read(RequestParameters parameters) {
        Optional<IdTokenHint> hint = parameters.find("id_token_hint").map(hints::read);
        Optional<RegisteredClient> client = client(parameters, hint);
        return new SignOutWish(
                client.map(RegisteredClient::clientId).orElse(null),
                redirectUri(parameters, client),
                parameters.find("state").orElse(null),
                hint.map(IdTokenHint::session).filter(sid -> !sid.isEmpty()).orElse(null),
                parameters
                        .find("logout_hint")
                        .filter(text -> text.length() <= LONGEST_HINT)
                        .orElse(null),
                Language.best(RequestedLocales.of(parameters).pages())
                        .map(Language::tag)
                        .orElse(null));
    }

    private Optional<RegisteredClient> client(RequestParameters parameters, Optional<IdTokenHint> hint) {
        Optional<String> named = parameters.find("client_id");
        if (named.isPresent() && hint.isPresent() && !hint.get().audience().contains(named.get())) {
            throw refuse("end-session-client", "The client_id must be the one that the id_token_hint was issued to");
        }
        Optional<String> meant = named.or(() -> hint.flatMap(ours -> ours.audience().stream()
                .filter(audience -> clients.find(audience).isPresent())
                .findFirst()));
        Optional<RegisteredClient> client = meant.flatMap(clients::find);
        if (named.isPresent() && client.isEmpty()) {
            throw refuse("end-session-client", "The client_id is not that of an enabled client");
        }
        return client;
    }

    private static @Nullable String redirectUri(RequestParameters parameters, Optional<RegisteredClient> client) {
        Optional<String> asked = parameters.find("post_logout_redirect_uri");
        if (asked.isEmpty()) {
            return null;
        }
        if (client.isEmpty()) {
            throw refuse(
                    "post-logout-redirect-uri-client",
                    "A post_logout_redirect_uri needs an id_token_hint or a client_id, to tell whose it is");
        }
        RegisteredClient known = client.get();
        if (!known.logout().redirectUris().contains(asked.get())) {
            throw new OAuthException(
                            OAuthErrorCode.INVALID_REQUEST,
                            new Rule("post-logout-redirect-uri-registered", SECTION),
                            "The post_logout_redirect_uri is not one that the client registered, compared character by"
                                    + " character",
                            Facts.ofAddress(
                                    "post_logout_redirect_uri",
                                    asked.get(),
                                    known.logout().redirectUris(),
                                    "none, for the client registered no post_logout_redirect_uri"))
                    .concerning(known.clientId());
        }
        return asked.get();
    }

    private static OAuthException refuse(String rule, String description) {
        return new OAuthException(OAuthErrorCode.INVALID_REQUEST, new Rule(rule, SECTION), description);
    }
}
