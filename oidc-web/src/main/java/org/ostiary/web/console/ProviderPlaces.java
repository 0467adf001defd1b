package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.ostiary.ejb.admin.delivery.AdminDeliveryService;
import org.ostiary.ejb.admin.delivery.DeliveryPage;
import org.ostiary.ejb.admin.keys.AdminKeyService;
import org.ostiary.ejb.admin.keys.AdminSealingService;
import org.ostiary.ejb.admin.keys.KeyRevocationOrder;
import org.ostiary.ejb.admin.keys.RotationOrder;
import org.ostiary.ejb.admin.overview.AdminOverviewService;
import org.ostiary.ejb.admin.records.AdminRecordService;

/** The server itself: how it is, whom it tells of logouts, its keys and its configuration. */
@ApplicationScoped
public class ProviderPlaces implements Subject {

    @Inject
    AdminOverviewService overview;

    @Inject
    AdminDeliveryService deliveries;

    @Inject
    AdminKeyService keys;

    @Inject
    AdminSealingService sealing;

    @Inject
    AdminRecordService records;

    @Override
    public void enter(PlaceTable table) {
        table.shows(Place.SHOW_OVERVIEW, call -> overview.show());
        table.shows(Place.LIST_DELIVERIES, this::deliveries);
        table.does(Place.SEND_DELIVERY_AGAIN, call -> {
            deliveries.sendAgain(call.administrator(), call.require("delivery"));
            return "/deliveries?";
        });
        table.shows(Place.LIST_KEYS, call -> KeysModel.of(keys.list().keys(), sealing.show()));
        table.does(Place.ROTATE_KEY, call -> {
            keys.rotate(call.administrator(), new RotationOrder(call.require("algorithm")));
            return "/keys?";
        });
        table.shows(Place.PREVIEW_REVOKE_KEY, this::revocation);
        table.does(Place.REVOKE_KEY, call -> {
            keys.revoke(call.administrator(), call.require("key"), new KeyRevocationOrder(false));
            return "/keys?";
        });
        table.does(
                Place.SEAL_ANEW,
                call -> JobPlaces.page(sealing.order(call.administrator()).id()));
        table.shows(
                Place.SHOW_CONFIGURATION,
                call -> ConfigurationModel.of(records.configuration().entries(), call.text("find")));
    }

    private Record deliveries(PlaceCall call) {
        String state = call.find("state");
        DeliveryPage page = deliveries.page(state, call.find("after"), NextPage.ROWS);
        return new DeliveriesModel(
                page.deliveries(), state, NextPage.query(Map.of("state", call.text("state")), page.next()));
    }

    private Record revocation(PlaceCall call) {
        String kid = call.require("key");
        return new KeyModel(
                kid,
                keys.revoke(call.administrator(), kid, new KeyRevocationOrder(true))
                        .consequence());
    }
}
