/**
 * Signing out: what clients ask for, what the person is asked, and what they see of the outcome
 * (OIDC RP-Initiated Logout 1.0; OIDC Front-Channel Logout 1.0).
 *
 * <p>Owns requests to sign out. Does not end sessions itself ({@code ejb.session} and {@code ejb.ending} do).
 */
@NullMarked
package org.ostiary.ejb.logout;

import org.jspecify.annotations.NullMarked;
