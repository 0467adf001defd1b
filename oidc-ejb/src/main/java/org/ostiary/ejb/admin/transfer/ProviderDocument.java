package org.ostiary.ejb.admin.transfer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.definition.DefinitionOrder;

/**
 * What a provider knows and no configuration says: it goes out by an export and comes in by an import.
 *
 * @param format {@link #FORMAT}
 * @param rootMark tells whether digests of client secrets were made under the keys of this installation
 * @param secrets whether digests of secrets and passwords are among it
 * @param definitions the policies, scopes and claims policies that administrators defined; null in documents of before there
 *     were any
 * @param clients those that administrators registered
 * @param accounts those that are kept here
 * @param subjects what applications call people, also those whose accounts come from elsewhere
 */
public record ProviderDocument(
        String format,
        String rootMark,
        boolean secrets,
        @Nullable List<DefinitionOrder> definitions,
        List<ClientEntry> clients,
        List<AccountEntry> accounts,
        List<SubjectEntry> subjects) {

    /** The name of the format and its version. */
    public static final String FORMAT = "ostiary-export/1";

    public ProviderDocument {
        definitions = definitions == null ? List.of() : List.copyOf(definitions);
        clients = List.copyOf(clients);
        accounts = List.copyOf(accounts);
        subjects = List.copyOf(subjects);
    }

    /** How many entries it has. */
    int size() {
        return defined().size() + clients.size() + accounts.size() + subjects.size();
    }

    /** Never null. */
    List<DefinitionOrder> defined() {
        return Objects.requireNonNullElse(definitions, List.of());
    }

    /** One with the definitions alone. */
    ProviderDocument ofDefinitions() {
        return new ProviderDocument(format, rootMark, secrets, definitions, List.of(), List.of(), List.of());
    }

    /** One with these entries, the same head and no definitions. */
    ProviderDocument with(List<ClientEntry> someClients, List<AccountEntry> someAccounts, List<SubjectEntry> some) {
        return new ProviderDocument(format, rootMark, secrets, List.of(), someClients, someAccounts, some);
    }
}
