package org.ostiary.ejb.admin.definition;

import java.util.Map;
import org.ostiary.ejb.config.DefinitionKind;

/**
 * A policy, scope or claims policy to define.
 *
 * @param options as after its name in the configuration; lists may be lists
 */
public record DefinitionOrder(DefinitionKind kind, String name, Map<String, String> options) {}
