package org.ostiary.ejb.admin.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clients in the order of their identifiers.
 *
 * @param next names the page after this one; null for the last
 */
public record ClientPage(List<ClientLine> clients, @Nullable String next) {}
