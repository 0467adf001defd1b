package org.ostiary.ejb.admin.delivery;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.PageKey;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.logout.DeliveryState;
import org.ostiary.persistence.logout.LogoutDeliveries;
import org.ostiary.persistence.logout.LogoutDelivery;

/** The ledger of clients that are told of the end of sessions (OIDC Back-Channel Logout 1.0). */
@Stateless
public class AdminDeliveryService {

    @Inject
    LogoutDeliveries deliveries;

    @Inject
    Accounts accounts;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * A page of deliveries.
     *
     * @param state only those in it, for example {@code given_up}; null for all
     * @param after the next of the page before; null for the first
     */
    @TransactionAttribute(SUPPORTS)
    public DeliveryPage page(@Nullable String state, @Nullable String after, int limit) {
        int most = PageKey.limit(limit);
        PageKey key = PageKey.of(after, clock.instant());
        List<LogoutDelivery> found = deliveries.page(state(state), key.moment(), key.id(), most + 1);
        List<LogoutDelivery> shown = found.subList(0, Math.min(most, found.size()));
        List<DeliveryView> views = views(shown);
        LogoutDelivery last = found.size() > most ? shown.get(most - 1) : null;
        return new DeliveryPage(views, last == null ? null : PageKey.after(last.createdAt(), last.id()));
    }

    private List<DeliveryView> views(List<LogoutDelivery> found) {
        Map<String, String> usernames =
                accounts.usernames(found.stream().map(LogoutDelivery::accountId).collect(Collectors.toSet()));
        return found.stream()
                .map(delivery -> DeliveryView.of(delivery, usernames.get(delivery.accountId())))
                .toList();
    }

    private static @Nullable DeliveryState state(@Nullable String word) {
        return word == null
                ? null
                : Arrays.stream(DeliveryState.values())
                        .filter(each -> word(each).equals(word))
                        .findFirst()
                        .orElseThrow(() -> AdminRefusal.malformed("The parameter state must be one of: "
                                + Arrays.stream(DeliveryState.values())
                                        .map(AdminDeliveryService::word)
                                        .collect(Collectors.joining(", "))));
    }

    private static String word(DeliveryState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** Begins anew to tell a client that refused it or did not answer; what a client took is never sent to it again. */
    public DeliveryView sendAgain(Administrator administrator, String id) {
        LogoutDelivery known = require(id);
        if (!deliveries.sendAgain(id, clock.instant())) {
            throw AdminRefusal.conflict(
                    "delivery-failed",
                    "Only a back-channel delivery that was refused or given up can be sent again, and this one is "
                            + word(known.state()));
        }
        audit.note(administrator.did(known.accountId(), known.clientId(), "delivery " + id), administrator.facts());
        return views(List.of(deliveries.refreshed(id))).get(0);
    }

    private LogoutDelivery require(String id) {
        return deliveries.find(id).orElseThrow(() -> AdminRefusal.unknown("delivery"));
    }
}
