package org.ostiary.web.console;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.delivery.DeliveryView;

/** Deliveries on a page, those in one state or all; {@code next} is the query of the page after it. */
public record DeliveriesModel(
        List<DeliveryView> deliveries,
        @Nullable String state,
        @Nullable String next) {

    /** The states to choose from. */
    public List<String> states() {
        return Stream.of("waiting", "delivered", "refused", "given_up", "framed", "not_told")
                .toList();
    }
}
