package org.ostiary.ejb.admin.preview;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.authorize.Prediction;
import org.ostiary.ejb.authorize.PredictionService;
import org.ostiary.ejb.authorize.SupposedLogin;
import org.ostiary.ejb.protocol.AddressRange;
import org.ostiary.persistence.account.Accounts;

/** Tries authorization requests for administrators, without anything coming of it but the record that they did. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AdminDryRunService {

    @Inject
    PredictionService predictions;

    @Inject
    Accounts accounts;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** What the request would lead to. */
    public DryRunResult run(Administrator administrator, DryRunOrder order) {
        String account = order.account();
        requireAccount(account, order.session());
        Prediction predicted = predictions.predict(
                query(order.request()),
                new SupposedLogin(account, order.session().amr(), authTime(order), address(administrator, order)));
        audit.note(administrator.did(account, null, predicted.outcome().name()), administrator.facts());
        return DryRunResult.of(predicted);
    }

    private void requireAccount(@Nullable String account, SupposedSession session) {
        if (account == null && session != SupposedSession.NONE) {
            throw AdminRefusal.malformed("The member account must say who is logged in");
        }
        if (account != null && accounts.find(account).isEmpty()) {
            throw AdminRefusal.unknown("account");
        }
    }

    private Instant authTime(DryRunOrder order) {
        Instant now = clock.instant();
        Instant authTime = Objects.requireNonNullElse(order.authTime(), now);
        if (authTime.isAfter(now)) {
            throw AdminRefusal.malformed("The member auth_time must be a moment of the past");
        }
        return authTime;
    }

    private static String address(Administrator administrator, DryRunOrder order) {
        String address = order.address();
        if (address != null && !AddressRange.isAddress(address)) {
            throw AdminRefusal.malformed("The member address must be an IP address");
        }
        return address == null ? administrator.facts().ip() : address;
    }

    /** What stands behind the question mark, and before what browsers keep to themselves. */
    private static String query(String request) {
        String sent = request.strip().split("#", 2)[0];
        int mark = sent.indexOf('?');
        return mark < 0 ? sent : sent.substring(mark + 1);
    }
}
