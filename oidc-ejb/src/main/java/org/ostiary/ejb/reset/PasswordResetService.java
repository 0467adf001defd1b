package org.ostiary.ejb.reset;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import org.ostiary.ejb.audit.AuditEvent.PasswordResetRefused;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.password.HashingBusyException;
import org.ostiary.ejb.password.PasswordHasher;
import org.ostiary.ejb.password.PasswordRules;
import org.ostiary.ejb.visit.RequestFacts;

/**
 * Sets the password that a person chose by a link. Outside any transaction, because passwords take long to hash;
 * {@link ResetLinkService} writes. Nobody is logged in by it, and second factors stay.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class PasswordResetService {

    @Inject
    ResetLinkService links;

    @Inject
    PasswordHasher hasher;

    @Inject
    AuditService audit;

    /** Whose password the link with this token changes; empty when it does not work. Looking uses nothing up. */
    public Optional<String> username(String token) {
        return links.username(token);
    }

    /** Uses the link up, if the password may be set; otherwise it still works afterwards. */
    public ResetOutcome reset(String token, String newPassword, RequestFacts facts) {
        if (links.username(token).isEmpty()) {
            return refused(facts);
        }
        return switch (PasswordRules.forAdministrator(newPassword)) {
            case TOO_SHORT, NOT_TEXT -> ResetOutcome.TOO_SHORT;
            case TOO_LONG -> ResetOutcome.TOO_LONG;
            case ACCEPTABLE -> set(token, newPassword, facts);
        };
    }

    private ResetOutcome set(String token, String newPassword, RequestFacts facts) {
        try {
            return links.use(token, hasher.hash(newPassword), facts) ? ResetOutcome.CHANGED : refused(facts);
        } catch (HashingBusyException e) {
            return ResetOutcome.BUSY;
        }
    }

    private ResetOutcome refused(RequestFacts facts) {
        audit.note(new PasswordResetRefused("reset-link"), facts);
        return ResetOutcome.LINK_UNUSABLE;
    }
}
