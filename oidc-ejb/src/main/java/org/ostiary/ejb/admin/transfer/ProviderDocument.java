package org.ostiary.ejb.admin.transfer;

import java.util.List;

/**
 * What a provider knows and no configuration says: it goes out by an export and comes in by an import.
 *
 * @param format {@link #FORMAT}
 * @param rootMark tells whether digests of client secrets were made under the keys of this installation
 * @param secrets whether digests of secrets and passwords are among it
 * @param clients those that administrators registered
 * @param accounts those that are kept here
 * @param subjects what applications call people, also those whose accounts come from elsewhere
 */
public record ProviderDocument(
        String format,
        String rootMark,
        boolean secrets,
        List<ClientEntry> clients,
        List<AccountEntry> accounts,
        List<SubjectEntry> subjects) {

    /** The name of the format and its version. */
    public static final String FORMAT = "ostiary-export/1";

    public ProviderDocument {
        clients = List.copyOf(clients);
        accounts = List.copyOf(accounts);
        subjects = List.copyOf(subjects);
    }

    /** How many entries it has. */
    int size() {
        return clients.size() + accounts.size() + subjects.size();
    }

    /** One with these entries and the same head. */
    ProviderDocument with(List<ClientEntry> someClients, List<AccountEntry> someAccounts, List<SubjectEntry> some) {
        return new ProviderDocument(format, rootMark, secrets, someClients, someAccounts, some);
    }
}
