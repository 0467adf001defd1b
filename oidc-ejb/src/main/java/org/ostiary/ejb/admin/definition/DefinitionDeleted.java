package org.ostiary.ejb.admin.definition;

import org.ostiary.ejb.config.DefinitionKind;

/** Whether it is gone. */
public record DefinitionDeleted(DefinitionKind kind, String name, boolean deleted) {}
