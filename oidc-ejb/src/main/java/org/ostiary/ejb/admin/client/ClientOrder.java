package org.ostiary.ejb.admin.client;

import java.util.Map;

/**
 * A client to register.
 *
 * @param options as after {@code oidc.client.<client_id>.} in the configuration; lists may be lists, flags truth values
 */
public record ClientOrder(String clientId, Map<String, String> options) {}
