package org.ostiary.ejb.stepup;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.authorize.InteractionView;
import org.ostiary.ejb.webauthn.KeyChallenge;

/**
 * What the page needs to ask for a second factor.
 *
 * @param app whether the account has an authenticator app
 * @param key the question for a security key; null when the account has none
 */
public record SecondFactorView(
        InteractionView interaction, boolean app, @Nullable KeyChallenge key) {}
