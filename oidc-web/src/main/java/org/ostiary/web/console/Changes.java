package org.ostiary.web.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.client.AdminWatchService;
import org.ostiary.ejb.admin.delivery.AdminDeliveryService;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.keys.AdminKeyService;
import org.ostiary.ejb.admin.keys.KeyRevocationOrder;
import org.ostiary.ejb.admin.keys.RotationOrder;
import org.ostiary.ejb.admin.people.AdminAccountService;
import org.ostiary.ejb.admin.people.AdminFactorService;
import org.ostiary.ejb.admin.people.AdminGrantService;
import org.ostiary.ejb.admin.people.AdminGroupService;
import org.ostiary.ejb.admin.people.AdminSessionService;
import org.ostiary.ejb.admin.people.FactorResetOrder;
import org.ostiary.ejb.protocol.FormEncoding;

/** What each change of the table does, and the page that shows it afterwards. One that does nothing stops the start. */
@ApplicationScoped
public class Changes {

    @Inject
    AdminDeliveryService deliveries;

    @Inject
    AdminAccountService accounts;

    @Inject
    AdminSessionService sessions;

    @Inject
    AdminGrantService grants;

    @Inject
    AdminGroupService groups;

    @Inject
    AdminFactorService factors;

    @Inject
    AdminWatchService watched;

    @Inject
    AdminJobService jobs;

    @Inject
    AdminKeyService keys;

    private final Map<Place, Function<PlaceCall, String>> changes = new EnumMap<>(Place.class);

    @PostConstruct
    void fill() {
        changes.put(Place.SEND_DELIVERY_AGAIN, call -> {
            deliveries.sendAgain(call.administrator(), call.require("delivery"));
            return "/deliveries?";
        });
        ofAccounts();
        changes.put(Place.ROTATE_KEY, call -> {
            keys.rotate(call.administrator(), new RotationOrder(call.require("algorithm")));
            return "/keys?";
        });
        changes.put(Place.REVOKE_KEY, call -> {
            keys.revoke(call.administrator(), call.require("key"), new KeyRevocationOrder(false));
            return "/keys?";
        });
        changes.put(Place.CANCEL_JOB, call -> {
            jobs.cancel(call.administrator(), call.require("job"));
            return "/job?job=" + FormEncoding.encode(call.require("job")) + "&";
        });
        changes.put(Place.WATCH_CLIENT, call -> {
            watched.watchFor(call.administrator(), call.require("client"), hours(call));
            return "/client/requests?client=" + FormEncoding.encode(call.require("client")) + "&";
        });
        Set<Place> missing = EnumSet.allOf(Place.class);
        missing.removeAll(Place.shown());
        missing.removeAll(changes.keySet());
        missing.removeIf(Place::isFile);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Changes that do nothing: " + missing);
        }
    }

    private void ofAccounts() {
        changes.put(Place.RESET_SECOND_FACTORS, call -> {
            factors.reset(call.administrator(), call.require("account"), new FactorResetOrder(false));
            return account(call);
        });
        changes.put(Place.DISABLE_ACCOUNT, call -> {
            accounts.disable(call.administrator(), call.require("account"));
            return account(call);
        });
        changes.put(Place.ENABLE_ACCOUNT, call -> {
            accounts.enable(call.administrator(), call.require("account"));
            return account(call);
        });
        changes.put(Place.UNLOCK_ACCOUNT, call -> {
            groups.unlock(call.administrator(), call.require("account"));
            return account(call);
        });
        changes.put(Place.END_SESSION, call -> {
            sessions.end(call.administrator(), call.require("session"));
            return account(call);
        });
        changes.put(Place.END_SESSIONS, call -> {
            sessions.endAll(call.administrator(), call.require("account"));
            return account(call);
        });
        changes.put(Place.REVOKE_GRANT, call -> {
            grants.revoke(call.administrator(), call.require("grant"));
            return account(call);
        });
        changes.put(Place.CHANGE_GROUPS, call -> {
            String seen = "\"" + call.require("seen") + "\"";
            groups.join(call.administrator(), call.require("account"), call.lines("groups"), seen);
            return account(call);
        });
    }

    /** So many hours from now; none forgets what was kept. */
    private static Duration hours(PlaceCall call) {
        String hours = call.require("hours");
        if (!Set.of("0", "1", "8", "24").contains(hours)) {
            throw AdminRefusal.malformed("The parameter hours must be 0, 1, 8 or 24");
        }
        return Duration.ofHours(Long.parseLong(hours));
    }

    private static String account(PlaceCall call) {
        return "/account?account=" + FormEncoding.encode(call.require("account")) + "&";
    }

    /** Does it; answers the address of the page that shows it, below {@code /admin}. */
    String carryOut(Place place, PlaceCall call) {
        return Objects.requireNonNull(changes.get(place), place.id()).apply(call) + "done=" + place.id();
    }
}
