package org.ostiary.ejb.admin.transfer;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.account.KeptHere;
import org.ostiary.ejb.admin.client.ClientSource;
import org.ostiary.ejb.admin.client.ClientStates;
import org.ostiary.ejb.admin.definition.AdminDefinitionService;
import org.ostiary.ejb.admin.definition.DefinitionOrder;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.client.ClientSecret;
import org.ostiary.persistence.client.Clients;
import org.ostiary.persistence.subject.ExpectedSubjects;
import org.ostiary.persistence.subject.NamedSubject;
import org.ostiary.persistence.subject.SubjectIdentifiers;

/** The parts of an export, a page after the other, so that a large one needs no more memory than a small one. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class AdminExportService {

    private static final int PAGE = 500;

    /** What the mark of this installation is put on. */
    private static final String MARKED = "export of a provider";

    @Inject
    AdminDefinitionService definitions;

    @Inject
    Clients clients;

    @Inject
    ClientStates states;

    @Inject
    Accounts accounts;

    @Inject
    SubjectIdentifiers identifiers;

    @Inject
    ExpectedSubjects expected;

    @Inject
    TokenHashes hashes;

    /** An export without any entry: what stands at its head. */
    public ProviderDocument head(boolean secrets) {
        return new ProviderDocument(
                ProviderDocument.FORMAT, hashes.mark(MARKED), secrets, List.of(), List.of(), List.of(), List.of());
    }

    /** Whether digests of a document were made under the keys of this installation. */
    public boolean madeHere(ProviderDocument document) {
        return hashes.equal(hashes.mark(MARKED), document.rootMark());
    }

    /** Everything that administrators defined. */
    public ExportPage<DefinitionOrder> definitions() {
        return new ExportPage<>(
                definitions.list().definitions().stream()
                        .filter(each -> each.source() == ClientSource.ADMINISTRATION)
                        .map(each -> new DefinitionOrder(each.kind(), each.name(), each.options()))
                        .toList(),
                null);
    }

    /** A page of clients that administrators registered, after this one. */
    public ExportPage<ClientEntry> clients(String after, boolean secrets) {
        List<Client> page = clients.page("", after, PAGE);
        return new ExportPage<>(
                page.stream()
                        .filter(client -> !client.configured())
                        .map(client -> entry(client, secrets))
                        .toList(),
                page.size() < PAGE ? null : page.get(PAGE - 1).clientId());
    }

    /** A page of accounts that are kept here, after the one of this username key. */
    public ExportPage<AccountEntry> accounts(String after, boolean secrets) {
        List<Account> page = accounts.page("", after, PAGE);
        return new ExportPage<>(
                page.stream()
                        .filter(KeptHere::is)
                        .map(account -> entry(account, secrets))
                        .toList(),
                page.size() < PAGE ? null : page.get(PAGE - 1).usernameKey());
    }

    /** A page of subject identifiers that accounts have. */
    public ExportPage<SubjectEntry> subjects(String after) {
        return entries(identifiers.page(after, PAGE));
    }

    /** A page of those that wait for an account. */
    public ExportPage<SubjectEntry> expectedSubjects(String after) {
        return entries(expected.page(after, PAGE));
    }

    private static ExportPage<SubjectEntry> entries(List<NamedSubject> page) {
        return new ExportPage<>(
                page.stream()
                        .map(each -> new SubjectEntry(each.username(), each.sector(), each.sub()))
                        .toList(),
                page.size() < PAGE ? null : page.get(PAGE - 1).sub());
    }

    private ClientEntry entry(Client client, boolean secrets) {
        // One that is kept sealed opens under the key of this installation alone, and stays.
        Stream<ClientSecret> wanted = secrets
                ? clients.secretsOf(client.clientId()).stream().filter(secret -> secret.sealed() == null)
                : Stream.empty();
        return new ClientEntry(
                client.clientId(),
                states.options(client),
                wanted.map(secret -> new SecretEntry(secret.digest(), secret.notAfter()))
                        .toList());
    }

    private static AccountEntry entry(Account account, boolean secrets) {
        @Nullable String password = secrets ? account.password() : null;
        return new AccountEntry(
                account.username(),
                account.displayName(),
                account.email(),
                account.emailVerified(),
                account.groups(),
                account.disabled(),
                account.origin(),
                account.language(),
                account.claims(),
                password);
    }
}
