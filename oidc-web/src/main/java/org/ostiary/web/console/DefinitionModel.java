package org.ostiary.web.console;

import java.util.List;
import org.ostiary.ejb.admin.client.ClientSource;
import org.ostiary.ejb.admin.definition.DefinitionView;

/** A policy, scope or claims policy, each option with the source of the configuration that it comes from. */
public record DefinitionModel(DefinitionView definition, List<ClientModel.OptionLine> options) {

    /** Whether it can be changed here. */
    public boolean own() {
        return definition.source() == ClientSource.ADMINISTRATION;
    }

    /** Whether no client refers to it. */
    public boolean unused() {
        return definition.clients().isEmpty();
    }
}
