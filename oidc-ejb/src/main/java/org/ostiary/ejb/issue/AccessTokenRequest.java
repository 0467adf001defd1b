package org.ostiary.ejb.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.grant.GrantStanding;

/**
 * What an access token is to be worth.
 *
 * @param sub what the client knows the account by
 * @param audience the resource servers it is for; none for this provider alone
 * @param lifetime at most; a grant that hangs on its login session ends with it
 */
public record AccessTokenRequest(
        GrantStanding standing,
        RegisteredClient client,
        String sub,
        Set<String> scopes,
        Set<String> audience,
        Instant now,
        Duration lifetime) {}
