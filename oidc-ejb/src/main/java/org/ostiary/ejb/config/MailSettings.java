package org.ostiary.ejb.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is written to people, and how.
 *
 * @param session the JNDI name of the server's mail session; where it does not exist nothing is written at all
 * @param from the sender's address; null for the one that the session has
 * @param notices whether people are told what happens to their accounts
 * @param passwordReset whether a link by mail lets people choose a new password
 * @param resetLifespan how long such a link works
 */
public record MailSettings(
        String session, @Nullable String from, boolean notices, boolean passwordReset, Duration resetLifespan) {}
