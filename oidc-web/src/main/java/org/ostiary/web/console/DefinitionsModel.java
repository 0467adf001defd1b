package org.ostiary.web.console;

import java.util.List;
import java.util.stream.Stream;
import org.ostiary.ejb.admin.definition.DefinitionList;
import org.ostiary.ejb.admin.definition.DefinitionView;
import org.ostiary.ejb.config.DefinitionKind;

/** All policies, scopes and claims policies. */
public record DefinitionsModel(List<Group> groups) {

    /** Those of a kind. */
    public record Group(DefinitionKind kind, List<DefinitionView> definitions) {}

    static DefinitionsModel of(DefinitionList list) {
        return new DefinitionsModel(Stream.of(DefinitionKind.values())
                .map(kind -> new Group(
                        kind,
                        list.definitions().stream()
                                .filter(each -> each.kind() == kind)
                                .toList()))
                .toList());
    }
}
