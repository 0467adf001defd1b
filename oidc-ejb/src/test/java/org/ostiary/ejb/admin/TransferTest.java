package org.ostiary.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.ClientChange;
import org.ostiary.ejb.admin.client.ClientCreated;
import org.ostiary.ejb.admin.client.ClientOrder;
import org.ostiary.ejb.admin.definition.AdminDefinitionService;
import org.ostiary.ejb.admin.definition.DefinitionChange;
import org.ostiary.ejb.admin.definition.DefinitionOrder;
import org.ostiary.ejb.admin.people.AdminAccountService;
import org.ostiary.ejb.admin.transfer.AccountEntry;
import org.ostiary.ejb.admin.transfer.AdminExportService;
import org.ostiary.ejb.admin.transfer.AdminImportService;
import org.ostiary.ejb.admin.transfer.ClientEntry;
import org.ostiary.ejb.admin.transfer.ImportChange;
import org.ostiary.ejb.admin.transfer.ImportKind;
import org.ostiary.ejb.admin.transfer.ImportLine;
import org.ostiary.ejb.admin.transfer.ImportOutcome;
import org.ostiary.ejb.admin.transfer.ImportResult;
import org.ostiary.ejb.admin.transfer.ProviderDocument;
import org.ostiary.ejb.admin.transfer.SecretEntry;
import org.ostiary.ejb.admin.transfer.SubjectEntry;
import org.ostiary.ejb.config.DefinitionKind;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.subject.Subjects;

class TransferTest {

    private static final Map<String, String> SHOP =
            Map.of("client-name", "The shop", "redirect-uris", "https://shop.example.org/cb", "require-pkce", "true");

    private final RunningProvider provider = RunningProvider.emptied();
    private final AdminClientService clients = provider.service(AdminClientService.class);
    private final AdminImportService imports = provider.service(AdminImportService.class);
    private final Administrator root =
            new Administrator("account:root", "root", AdministrationRole.ADMIN, "import", FACTS);
    private final String alice = provider.addOwnAccount("alice");
    private final String bob = provider.addAccount("bob");
    private final String secret = secretOf(clients.create(root, new ClientOrder("shop", SHOP)));

    @Test
    @DisplayName("Part 12: what goes out comes in on an empty server, and a second time changes nothing")
    void goesAround() {
        provider.database()
                .execute("update account set email = 'alice@example.org', email_verified = true where id = ?", alice);
        String sub = sub(alice);
        sub(bob);
        ProviderDocument document = export(true);
        assertThat(document.clients()).extracting(ClientEntry::clientId).containsExactly("shop");
        assertThat(document.accounts()).extracting(AccountEntry::username).containsExactly("alice");
        assertThat(document.subjects()).extracting(SubjectEntry::username).containsExactlyInAnyOrder("alice", "bob");
        assertThat(take(document, false)).isEqualTo(new ImportResult(false, 4, 0, List.of(), null));

        empty();
        ImportResult told = take(document, true);
        assertThat(told.lines()).extracting(ImportLine::outcome).containsOnly(ImportOutcome.ADDED);
        assertThat(provider.database().count("account")).isZero();
        ImportResult done = take(document, false);
        assertThat(done.lines()).isEqualTo(told.lines());
        assertThat(done.subjects()).isEqualTo(2);
        assertThat(export(true))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(document);
        assertThat(provider.database().texts("select digest from client_secret"))
                .hasSize(1);
        assertThat(sub(provider.database().texts("select id from account").get(0)))
                .isEqualTo(sub);
        assertThat(take(document, false)).isEqualTo(new ImportResult(false, 4, 0, List.of(), null));
    }

    @Test
    @DisplayName("Part 12: without include_secrets nothing of a secret goes out, and never a secret itself")
    void keepsSecrets() {
        assertThat(export(false).toString() + export(false).accounts()).doesNotContain("hmac:", "$argon2id$", secret);
        assertThat(export(false).clients().get(0).secrets()).isEmpty();
        assertThat(export(false).accounts().get(0).password()).isNull();
        SecretEntry digest = export(true).clients().get(0).secrets().get(0);
        assertThat(digest.digest()).startsWith("hmac:").doesNotContain(secret);
        assertThat(digest.toString()).doesNotContain("hmac:");
    }

    @Test
    @DisplayName("Part 12: what is otherwise is told before and after, and then is as the document says")
    void tellsTheDifference() {
        ProviderDocument document = export(true);
        clients.change(
                root,
                "shop",
                new ClientChange(Map.of("client-name", "Another", "redirect-uris", "https://shop.example.org/cb")),
                "*");
        provider.database().execute("update account set display_name = 'Someone' where id = ?", alice);
        ImportResult told = take(document, true);
        assertThat(told.lines()).hasSize(2);
        assertThat(told.lines().get(0).changes())
                .containsExactly(
                        new ImportChange("client-name", "Another", "The shop"),
                        new ImportChange("require-pkce", null, "true"));
        assertThat(told.lines().get(1).changes()).containsExactly(new ImportChange("display_name", "Someone", "alice"));
        assertThat(clients.show("shop").options()).containsEntry("client-name", "Another");
        assertThat(take(document, false).lines()).isEqualTo(told.lines());
        assertThat(clients.show("shop").options()).isEqualTo(SHOP);
        assertThat(take(document, false).lines()).isEmpty();
        assertThat(provider.database().texts("select reason from audit_record where event = 'admin_import'"))
                .contains("added 0, changed 2, refused 0, unchanged 0, subject identifiers 0");
    }

    @Test
    @DisplayName("Part 12: what cannot be is refused with its reason, and the rest is carried out")
    void refusesEntries() {
        clients.create(root, new ClientOrder("gone", SHOP));
        clients.delete(root, "gone", "*");
        ImportResult result = take(
                document(
                        List.of(
                                new ClientEntry("gone", SHOP, List.of()),
                                new ClientEntry("wrong", Map.of("redirect-uris", "javascript:alert(1)"), List.of()),
                                new ClientEntry("boss", with(SHOP, "administration-role", "admin"), List.of()),
                                new ClientEntry("new", SHOP, List.of(new SecretEntry("$plaintext$abc", null)))),
                        List.of(account("bob", null), account("dave", "not a digest"), account("erin", null)),
                        List.of(new SubjectEntry("x", "public", "no-uuid"))),
                false);
        assertThat(result.lines())
                .filteredOn(line -> line.outcome() == ImportOutcome.REFUSED)
                .extracting(ImportLine::name)
                .containsExactly("gone", "wrong", "boss", "bob", "dave", "x in public");
        assertThat(result.lines())
                .filteredOn(line -> line.outcome() == ImportOutcome.ADDED)
                .extracting(ImportLine::name, ImportLine::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("new", ImportKind.CLIENT),
                        org.assertj.core.groups.Tuple.tuple("erin", ImportKind.ACCOUNT));
        assertThat(provider.database().count("client_secret where client_id = 'new'"))
                .isZero();
        assertThat(result.lines().toString()).doesNotContain("not a digest", "$plaintext$");
    }

    @Test
    @DisplayName("Part 12: policies and scopes come in before the clients that refer to them, also when only compared")
    void bringsDefinitionsIn() {
        AdminDefinitionService definitions = provider.service(AdminDefinitionService.class);
        Map<String, String> closed = Map.of("default-policy", "deny");
        definitions.create(root, new DefinitionOrder(DefinitionKind.POLICY, "closed", closed));
        definitions.create(root, new DefinitionOrder(DefinitionKind.SCOPE, "orders", Map.of("claims", "x")));
        Map<String, String> shop = new HashMap<>(SHOP);
        shop.putAll(Map.of("authorization-policy", "closed", "scopes", "openid,orders"));
        clients.change(root, "shop", new ClientChange(shop), "*");
        ProviderDocument document = export(false);
        assertThat(take(document, true).lines()).isEmpty();
        empty();
        for (boolean dryRun : new boolean[] {true, false}) {
            assertThat(take(document, dryRun).lines())
                    .filteredOn(line -> line.kind() != ImportKind.ACCOUNT)
                    .extracting(line -> line.outcome() + " " + line.name())
                    .containsExactly("ADDED policy closed", "ADDED scope orders", "ADDED shop");
        }
        assertThat(take(document, false).lines()).isEmpty();
        definitions.change(
                root,
                DefinitionKind.POLICY,
                "closed",
                new DefinitionChange(Map.of("contacts", "a@b.example"), false),
                "*");
        assertThat(take(document, true).lines()).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isEqualTo(ImportOutcome.CHANGED);
            assertThat(line.changes())
                    .containsExactly(
                            new ImportChange("contacts", "a@b.example", null),
                            new ImportChange("default-policy", null, "deny"));
        });
    }

    @Test
    @DisplayName("Part 12: digests that another installation made under its keys count nowhere else")
    void takesNoForeignDigests() {
        ProviderDocument here = export(true);
        empty();
        ProviderDocument foreign = new ProviderDocument(
                here.format(), "another", true, here.definitions(), here.clients(), here.accounts(), here.subjects());
        assertThat(take(foreign, false).lines().get(0).reason()).contains("make one with POST");
        assertThat(provider.database().count("client_secret")).isZero();
    }

    @Test
    @DisplayName(
            "Part 12: an import gives nobody a lock or password back, and takes an administrator no right of their own")
    void undoesNothing() {
        ProviderDocument document = export(true);
        provider.database().execute("update account set password = 'newer' where id = ?", alice);
        provider.service(AdminAccountService.class).disable(root, alice);
        assertThat(take(document, false).lines()).isEmpty();
        assertThat(provider.database().texts("select password from account where username = 'alice'"))
                .containsExactly("newer");
        assertThat(provider.service(AdminAccountService.class).show(alice).disabled())
                .isTrue();
        Administrator self = new Administrator("account:" + alice, alice, AdministrationRole.ADMIN, "import", FACTS);
        AccountEntry without =
                new AccountEntry("alice", "alice", null, false, Set.of("people"), false, "setup", null, null, null);
        ImportResult own = imports.take(self, document(List.of(), List.of(without), List.of()), false, false);
        assertThat(own.lines()).extracting(ImportLine::outcome).containsExactly(ImportOutcome.REFUSED);
    }

    @Test
    @DisplayName("Part 12: an account that its owner made comes in with its identifiers, and with nobody else's")
    void bringsSelfMadeAccountsIn() {
        provider.database().execute("update account set origin = 'registration' where id = ?", alice);
        String sub = sub(alice);
        ProviderDocument document = export(true);
        empty();
        assertThat(take(document, false).subjects()).isOne();
        assertThat(sub(provider.database().texts("select id from account").get(0)))
                .isEqualTo(sub);
        assertThat(take(document, false).lines()).isEmpty();
    }

    private ImportResult take(ProviderDocument document, boolean dryRun) {
        return imports.take(root, document, dryRun, false);
    }

    private ProviderDocument export(boolean secrets) {
        AdminExportService exports = provider.service(AdminExportService.class);
        ProviderDocument head = exports.head(secrets);
        List<SubjectEntry> subjects = new ArrayList<>(exports.subjects("").entries());
        subjects.addAll(exports.expectedSubjects("").entries());
        return new ProviderDocument(
                head.format(),
                head.rootMark(),
                secrets,
                exports.definitions().entries(),
                exports.clients("", secrets).entries(),
                exports.accounts("", secrets).entries(),
                subjects);
    }

    private ProviderDocument document(
            List<ClientEntry> entries, List<AccountEntry> accounts, List<SubjectEntry> subjects) {
        return new ProviderDocument(
                ProviderDocument.FORMAT, export(false).rootMark(), false, null, entries, accounts, subjects);
    }

    private void empty() {
        List.of("client_secret", "client", "subject_identifier", "account", "definition")
                .forEach(table -> provider.database().execute("delete from " + table));
    }

    private String sub(String account) {
        Subjects subjects = provider.service(Subjects.class);
        return provider.inTransaction(() -> subjects.subOf(account, "public"));
    }

    private static AccountEntry account(String username, @Nullable String password) {
        return new AccountEntry(username, username, null, false, Set.of(), false, "setup", null, null, password);
    }

    private static Map<String, String> with(Map<String, String> options, String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(options);
        more.put(name, value);
        return more;
    }

    private static String secretOf(ClientCreated created) {
        return String.valueOf(created.secret());
    }
}
