package org.ostiary.ejb.admin.client;

/**
 * A new secret.
 *
 * @param secret shown this once
 */
public record SecretCreated(String id, String secret) {}
