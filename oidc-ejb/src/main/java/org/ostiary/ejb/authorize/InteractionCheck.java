package org.ostiary.ejb.authorize;

import java.util.function.Predicate;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;

/**
 * Something that must be true before a client gets its answer.
 *
 * @param page the page that makes it true
 * @param error what the client is told when it wants no page to be shown
 * @param missing whether it is not true yet
 */
record InteractionCheck(String name, Page page, OAuthErrorCode error, Predicate<Situation> missing) {

    Rule rule() {
        return new Rule(
                name,
                error == OAuthErrorCode.ACCESS_DENIED ? "RFC 6749, section 4.1.2.1" : "OIDC Core 1.0, section 3.1.2.6");
    }

    OAuthException refusal() {
        if (error == OAuthErrorCode.ACCESS_DENIED) {
            return new OAuthException(error, rule(), "The person who is logged in may not use this client");
        }
        return new OAuthException(
                error, rule(), "With prompt=none no page may be shown, and the person would have to be asked: " + name);
    }
}
