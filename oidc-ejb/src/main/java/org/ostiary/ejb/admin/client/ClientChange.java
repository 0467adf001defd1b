package org.ostiary.ejb.admin.client;

import java.util.Map;

/**
 * What a client shall be registered with from now on.
 *
 * @param options all of them: one that is left out has its default
 */
public record ClientChange(Map<String, String> options) {}
