package org.ostiary.ejb.webauthn;

/**
 * What a registration says, once it keeps every rule.
 *
 * @param credentialId what the authenticator calls the key, base64url
 * @param attestedData with the public key, base64url
 * @param synced whether the key may live on several devices
 * @param verified whether the authenticator verified the person
 */
public record RegisteredKey(
        String credentialId, String attestedData, long signCount, boolean synced, boolean verified) {}
