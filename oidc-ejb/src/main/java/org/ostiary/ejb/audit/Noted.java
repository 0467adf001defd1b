package org.ostiary.ejb.audit;

import org.ostiary.ejb.visit.RequestFacts;

/** An event was noted within the transaction that is under way. */
public record Noted(AuditEvent event, RequestFacts facts) {}
