package org.ostiary.persistence.logout;

import org.jspecify.annotations.Nullable;

/**
 * What a request to sign out asks for, once everything in it was verified.
 *
 * @param clientId who asks; null for the person alone
 * @param redirectUri a registered one, where to go afterwards; null for nowhere
 * @param state what goes along there; null for nothing
 * @param hintedSession of the ID token that proves whose session is meant; null without one
 * @param logoutHint whom the client means, in its own words; it proves nothing; null when it does not say
 * @param language the tag of the language that the client wants the pages in; null for none that we have
 */
public record SignOutWish(
        @Nullable String clientId,
        @Nullable String redirectUri,
        @Nullable String state,
        @Nullable String hintedSession,
        @Nullable String logoutHint,
        @Nullable String language) {

    /** Of a person whom no client sent. */
    public static final SignOutWish OWN = new SignOutWish(null, null, null, null, null, null);
}
