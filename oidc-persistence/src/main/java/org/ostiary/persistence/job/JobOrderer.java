package org.ostiary.persistence.job;

import org.jspecify.annotations.Nullable;

/** Who ordered a job: as auditors read it, the account if there is one, the request and the address. */
public record JobOrderer(String actor, @Nullable String accountId, String requestId, String ip) {}
