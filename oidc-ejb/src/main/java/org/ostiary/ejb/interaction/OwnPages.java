package org.ostiary.ejb.interaction;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.authorize.ResponseMode;
import org.ostiary.ejb.protocol.authorize.ResponseType;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.client.ApplicationType;
import org.ostiary.ejb.protocol.client.AuthorizationPolicy;
import org.ostiary.ejb.protocol.client.ClientAbout;
import org.ostiary.ejb.protocol.client.ClientAudience;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.ClientClaims;
import org.ostiary.ejb.protocol.client.ClientConsent;
import org.ostiary.ejb.protocol.client.ClientDefaults;
import org.ostiary.ejb.protocol.client.ClientEndpoints;
import org.ostiary.ejb.protocol.client.ClientKeys;
import org.ostiary.ejb.protocol.client.ClientLifespans;
import org.ostiary.ejb.protocol.client.ClientLogout;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.ClientStrictness;
import org.ostiary.ejb.protocol.client.ClientSubject;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.client.RequestObjects;
import org.ostiary.ejb.protocol.client.SignedAnswers;
import org.ostiary.ejb.protocol.token.GrantType;

/**
 * What stands in for a client and its request where a person is on the way to a page of ours, so that every check and every
 * page of a sign-in hold there too. No grant is ever made for it, and no endpoint knows it: its identifier is one that no
 * client can be registered with.
 */
public final class OwnPages {

    /** The identifier by which audit and pages tell that no client asked. */
    public static final String CLIENT_ID = "(account)";

    private OwnPages() {}

    static RegisteredClient client(Issuer issuer, String destination) {
        return new RegisteredClient(
                CLIENT_ID,
                "Your account",
                ApplicationType.WEB,
                // Confidential, because nobody can pose as our own pages.
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                Set.of(issuer.endpoint(destination)),
                Set.of(Scopes.OPENID),
                Set.of(GrantType.AUTHORIZATION_CODE.value()),
                Set.of(ResponseType.CODE.value()),
                Set.of(ResponseMode.QUERY.value()),
                ClientPolicy.of(AuthorizationPolicy.ONE_FACTOR),
                new ClientConsent(ConsentMode.IMPLICIT, Duration.ZERO, Set.of(), Set.of()),
                false,
                null,
                ClientKeys.NONE,
                SignedAnswers.STANDARD,
                ClientAudience.NONE,
                ClientSubject.PUBLIC,
                RequestObjects.STANDARD,
                ClientLifespans.STANDARD,
                ClientClaims.STANDARD,
                new ClientStrictness(false, -1, null, null),
                ClientEndpoints.STANDARD,
                ClientDefaults.NONE,
                ClientAbout.NOTHING,
                ClientLogout.UNTOLD,
                false,
                AdministrationRole.NONE);
    }

    /**
     * The request that a page of ours makes.
     *
     * @param maxAge how long ago the person may have proved who they are; null for as long as the session lives
     * @param language that the person is to read on the way; null for no wish
     */
    static RequestParameters request(
            Issuer issuer, String destination, @Nullable Duration maxAge, @Nullable Language language) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", CLIENT_ID);
        parameters.put("response_type", ResponseType.CODE.value());
        parameters.put("redirect_uri", issuer.endpoint(destination));
        parameters.put("scope", Scopes.OPENID);
        if (maxAge != null) {
            parameters.put("max_age", Long.toString(maxAge.toSeconds()));
        }
        if (language != null) {
            parameters.put("ui_locales", language.tag());
        }
        return RequestParameters.of(parameters);
    }
}
