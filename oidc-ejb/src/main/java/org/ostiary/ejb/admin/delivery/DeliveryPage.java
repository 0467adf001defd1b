package org.ostiary.ejb.admin.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries, the newest first.
 *
 * @param next names the page after this one; null for the last
 */
public record DeliveryPage(
        List<DeliveryView> deliveries, @Nullable String next) {}
