package org.ostiary.ejb.admin.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another secret for a client.
 *
 * @param formerNotAfter when its other secrets stop to count; null leaves them as they are
 */
public record SecretOrder(@Nullable Instant formerNotAfter) {}
