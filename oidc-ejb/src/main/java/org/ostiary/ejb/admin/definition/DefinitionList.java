package org.ostiary.ejb.admin.definition;

import java.util.List;

/** All of them, kind by kind: those of the configuration first, each group in the order of the names. */
public record DefinitionList(List<DefinitionView> definitions) {

    public DefinitionList {
        definitions = List.copyOf(definitions);
    }
}
