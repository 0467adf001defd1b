package org.ostiary.persistence.logout;

/**
 * A client that received an ID token in a session.
 *
 * @param sub what it knows the person by
 */
public record LogoutRecipient(String clientId, String sub) {}
