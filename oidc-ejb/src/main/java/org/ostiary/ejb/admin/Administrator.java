package org.ostiary.ejb.admin;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.audit.AuditEvent.AdministrationDone;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.visit.RequestFacts;

/**
 * Somebody who was let in to the administration for one request.
 *
 * @param actor {@code account:} or {@code client:} and the identifier, as auditors read it
 * @param accountId their own account; null for a client that acts for itself
 * @param role what they may do now
 * @param operation the stable name of what they ask for, in the imperative
 */
public record Administrator(
        String actor, @Nullable String accountId, AdministrationRole role, String operation, RequestFacts facts) {

    /**
     * Lets only those on who may do what they ask for.
     *
     * @throws AdminRefusal where the role is too small
     */
    public void require(AdministrationRole needed) {
        if (!role.covers(needed)) {
            throw new AdminRefusal(
                    AdminRefusal.Kind.NOT_ALLOWED,
                    new Rule("administration-role", "RFC 6750, section 3.1"),
                    "This needs the role " + needed.value() + ", and groups and scope together give " + role.value());
        }
    }

    /** Whether the account is the administrator's own. */
    public boolean is(String account) {
        return account.equals(accountId);
    }

    /** What auditors read of the operation: whom and which client it concerned, and what came of it. */
    public AdministrationDone did(@Nullable String account, @Nullable String client, @Nullable String reason) {
        return new AdministrationDone(operation, actor, account, client, reason);
    }
}
