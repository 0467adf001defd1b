package org.ostiary.ejb.admin.revoking;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.people.AdminGrantService;
import org.ostiary.ejb.admin.revoking.RevokingService.EndedSessions;
import org.ostiary.ejb.audit.AuditService;

/**
 * Revokes very much at once; every use on every node looks, so it has its effect from the next one on. It has no transaction
 * itself, because there may be very many sessions. Sessions end first: nothing is granted any more in a session that is over.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class MassRevocationService {

    @Inject
    RevokingService steps;

    @Inject
    AuditService audit;

    /** Revokes, or only counts, what is ordered. */
    public RevocationResult carryOut(Administrator administrator, RevocationOrder order) {
        RevocationTarget target = order.target();
        String id = Objects.requireNonNullElse(order.id(), "");
        RevocationResult counted = steps.count(target, id);
        if (order.dryRun()) {
            note(administrator, target, id, counted.words());
            return counted;
        }
        // Beforehand too: whoever ordered it is known, though it should break off in the middle.
        note(administrator, target, id, "begun; found " + counted.words());
        RevocationResult result = revoke(target, id);
        note(administrator, target, id, result.words());
        return result;
    }

    private void note(Administrator administrator, RevocationTarget target, String id, String words) {
        audit.note(
                administrator.did(
                        target == RevocationTarget.ACCOUNT ? id : null,
                        target == RevocationTarget.CLIENT ? id : null,
                        target + (id.isEmpty() ? "" : " " + id) + ": " + words),
                administrator.facts());
    }

    private RevocationResult revoke(RevocationTarget target, String id) {
        int sessions = 0;
        @Nullable String after = "";
        while (after != null) {
            EndedSessions ended = steps.endSessions(target, id, after);
            sessions += ended.count();
            after = ended.last();
        }
        return new RevocationResult(
                false,
                sessions,
                steps.revokeGrants(target, id, AdminGrantService.REASON),
                steps.revokeClientTokens(target, id));
    }
}
