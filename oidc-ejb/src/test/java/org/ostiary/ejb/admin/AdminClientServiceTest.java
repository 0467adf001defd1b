package org.ostiary.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.ClientChange;
import org.ostiary.ejb.admin.client.ClientCreated;
import org.ostiary.ejb.admin.client.ClientOrder;
import org.ostiary.ejb.admin.client.ClientSource;
import org.ostiary.ejb.admin.client.SecretCreated;
import org.ostiary.ejb.admin.client.SecretOrder;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.client.ClientService;
import org.ostiary.ejb.config.OptionDescription;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.token.TokenService;

class AdminClientServiceTest {

    private static final Map<String, String> MACHINE =
            Map.of("grant-types", "client_credentials", "scopes", "ostiary:audit", "client-name", "A machine");

    private final RunningProvider provider = RunningProvider.emptied();
    private final AdminClientService service = provider.service(AdminClientService.class);
    private final Administrator root =
            new Administrator("account:root", "root", AdministrationRole.ADMIN, "test", FACTS);

    @Test
    @DisplayName("A client works from the moment it is registered, on every node, and its secret is shown once")
    void registers() {
        ClientCreated created = service.create(root, new ClientOrder("machine", MACHINE));
        String secret = Objects.requireNonNull(created.secret());
        assertThat(outcome("machine", secret)).isEqualTo("Bearer");
        assertThat(created.client().source()).isEqualTo(ClientSource.ADMINISTRATION);
        assertThat(service.show("machine").toString()).doesNotContain(secret);
        assertThat(provider.database().texts("select digest from client_secret where client_id = 'machine'"))
                .allSatisfy(digest -> assertThat(digest).doesNotContain(secret));
        RunningProvider other = new RunningProvider(
                provider.database(), SampleConfig.production().build());
        other.service(ClientService.class).refresh();
        assertThat(other.service(ClientDirectory.class).require("machine").clientName())
                .isEqualTo("A machine");
        assertThat(service.page("mach", null, 10).clients()).hasSize(1);
        assertThat(service.page("", null, 10).clients()).hasSize(2);
    }

    @Test
    @DisplayName("G14: the rules are those of the configuration, every mistake is told, and a change is judged in full")
    void judgesOptions() {
        AdminRefusal refusal = refused(() -> service.create(
                root,
                new ClientOrder(
                        "wrong", Map.of("redirect-uris", "http://rp.test/cb", "public", "maybe", "nonsense", "1"))));
        assertThat(refusal.rule().id()).isEqualTo("client-options");
        assertThat(refusal.mistakes()).hasSize(3);
        assertThat(refused(() -> service.create(root, new ClientOrder("a b", MACHINE)))
                        .mistakes())
                .hasSize(1);
        Map<String, String> own = new HashMap<>(MACHINE);
        own.put("client-secret", "$plaintext$chosen-by-somebody-who-knows-it");
        assertThat(refused(() -> service.create(root, new ClientOrder("own", own)))
                        .mistakes())
                .isNotEmpty();
        service.create(root, new ClientOrder("machine", MACHINE));
        assertThat(refused(() -> service.change(root, "machine", new ClientChange(Map.of("scopes", "nothing")), "*"))
                        .mistakes())
                .isNotEmpty();
        assertThat(service.show("machine").options()).isEqualTo(MACHINE);
    }

    @Test
    @DisplayName(
            "G13: no administrator is made by the administration: neither a client with a role nor one with its audience")
    void makesNoAdministrators() {
        for (String option : List.of("administration-role=admin", "audience=https://id.example.org/api/admin/v1")) {
            Map<String, String> ghost = new HashMap<>(MACHINE);
            ghost.put(option.split("=", 2)[0], option.split("=", 2)[1]);
            assertThat(refused(() -> service.create(root, new ClientOrder("ghost", ghost)))
                            .mistakes())
                    .as(option)
                    .singleElement()
                    .asString()
                    .contains("in the configuration alone");
        }
    }

    @Test
    @DisplayName("A change counts at once, and its secret stays")
    void changes() {
        String secret = Objects.requireNonNull(
                service.create(root, new ClientOrder("machine", MACHINE)).secret());
        Map<String, String> other = new HashMap<>(MACHINE);
        other.put("client-name", "Another name");
        service.change(root, "machine", new ClientChange(other), tag());
        assertThat(provider.service(ClientDirectory.class).require("machine").clientName())
                .isEqualTo("Another name");
        assertThat(outcome("machine", secret)).isEqualTo("Bearer");
    }

    @Test
    @DisplayName("One secret follows another without a gap, and there are never more than two")
    void rotatesSecrets() {
        String first = Objects.requireNonNull(
                service.create(root, new ClientOrder("machine", MACHINE)).secret());
        SecretCreated second = service.addSecret(
                root, "machine", new SecretOrder(provider.clock().instant().plus(Duration.ofHours(1))));
        assertThat(outcome("machine", first)).isEqualTo("Bearer");
        assertThat(outcome("machine", second.secret())).isEqualTo("Bearer");
        assertThat(refused(() -> service.addSecret(root, "machine", new SecretOrder(null)))
                        .rule()
                        .id())
                .isEqualTo("two-secrets");
        Instant soon = provider.clock().instant().plus(Duration.ofMinutes(1));
        refused(() -> service.addSecret(root, "machine", new SecretOrder(soon)));
        provider.clock().forward(Duration.ofMinutes(2));
        assertThat(outcome("machine", second.secret()))
                .as("what was refused changed nothing")
                .isEqualTo("Bearer");
        provider.clock().forward(Duration.ofMinutes(58));
        assertThat(outcome("machine", first)).isEqualTo("invalid_client");
        assertThat(outcome("machine", second.secret())).isEqualTo("Bearer");
        service.removeSecret(root, "machine", second.id());
        assertThat(outcome("machine", second.secret())).isEqualTo("invalid_client");
    }

    @Test
    @DisplayName("The others end so long after a new secret is made, or at once, which makes room for it")
    void endsFormerSecretsInTime() {
        String first = Objects.requireNonNull(
                service.create(root, new ClientOrder("machine", MACHINE)).secret());
        String second = service.addSecret(root, "machine", Duration.ofHours(1)).secret();
        assertThat(outcome("machine", first)).isEqualTo("Bearer");
        String third = service.addSecret(root, "machine", Duration.ZERO).secret();
        assertThat(outcome("machine", first)).isEqualTo("invalid_client");
        assertThat(outcome("machine", second)).isEqualTo("invalid_client");
        assertThat(outcome("machine", third)).isEqualTo("Bearer");
    }

    @Test
    @DisplayName("Options describe themselves for a form: with default and choices, and never a secret")
    void describesOptions() {
        Map<String, OptionDescription> options =
                service.options().stream().collect(Collectors.toMap(OptionDescription::name, option -> option));
        assertThat(options.keySet()).noneMatch(name -> name.startsWith("client-secret"));
        assertThat(Objects.requireNonNull(options.get("public")).choices()).containsExactly("true", "false");
        assertThat(Objects.requireNonNull(options.get("scopes")).choices()).contains("openid", "ostiary:audit");
        assertThat(Objects.requireNonNull(options.get("response-types")).choices())
                .contains("code id_token")
                .doesNotContain("token");
        assertThat(Objects.requireNonNull(options.get("authorization-policy")))
                .isEqualTo(new OptionDescription(
                        "authorization-policy", "two_factor", List.of("one_factor", "two_factor", "deny")));
        assertThat(Objects.requireNonNull(options.get("redirect-uris")).choices())
                .isEmpty();
        assertThat(refused(() -> service.showRegisteredHere("app")).rule().id()).isEqualTo("client-registered-here");
    }

    @Test
    @DisplayName("A deleted client has nothing any more, and its identifier is never given again")
    void deletes() {
        String secret = Objects.requireNonNull(
                service.create(root, new ClientOrder("machine", MACHINE)).secret());
        outcome("machine", secret);
        service.delete(root, "machine", tag());
        assertThat(outcome("machine", secret)).isEqualTo("invalid_client");
        assertThat(provider.database().count("client_access_token where revoked_at is null"))
                .isZero();
        assertThat(refused(() -> service.show("machine")).kind()).isEqualTo(AdminRefusal.Kind.UNKNOWN);
        assertThat(refused(() -> service.create(root, new ClientOrder("machine", MACHINE)))
                        .rule()
                        .id())
                .isEqualTo("client-id-new");
        assertThat(provider.database()
                        .texts("select client_id from audit_record where event = 'admin_test' order by happened_at"))
                .containsExactly("machine", "machine");
    }

    @Test
    @DisplayName("A configured client is changed in the configuration alone")
    void leavesConfiguredClientsAlone() {
        assertThat(service.show("app").source()).isEqualTo(ClientSource.CONFIGURATION);
        for (Runnable attempt : new Runnable[] {
            () -> service.change(root, "app", new ClientChange(MACHINE), "*"),
            () -> service.delete(root, "app", "*"),
            () -> service.disable(root, "app"),
            () -> service.addSecret(root, "app", new SecretOrder(null))
        }) {
            assertThat(refused(attempt).rule().id()).isEqualTo("client-registered-here");
        }
    }

    @Test
    @DisplayName("After a restart options mean what they mean then, and clients of administrators are still there")
    void survivesARestart() {
        service.create(root, new ClientOrder("machine", MACHINE));
        provider.database().execute("update client set metadata = replace(metadata, 'A machine', 'Of old')");
        service.describeAgain();
        assertThat(provider.service(ClientDirectory.class).require("machine").clientName())
                .isEqualTo("A machine");
    }

    @Test
    @DisplayName("A start costs no more statements with many clients whose options mean what they did")
    void startsAsFastWithManyClients() {
        service.create(root, new ClientOrder("machine", MACHINE));
        int withOne = statementsOfAStart();
        for (int each = 0; each < 5; each++) {
            service.create(root, new ClientOrder("machine-" + each, MACHINE));
        }
        assertThat(statementsOfAStart()).isEqualTo(withOne);
    }

    private int statementsOfAStart() {
        int before = provider.database().statements();
        service.describeAgain();
        return provider.database().statements() - before;
    }

    @Test
    @DisplayName("RFC 9110 13.1.1, RFC 6585 3: of two who change the same client, the second learns of the first")
    void losesNoChange() {
        service.create(root, new ClientOrder("machine", MACHINE));
        String seen = tag();
        Map<String, String> other = new HashMap<>(MACHINE);
        other.put("client-name", "Another name");
        assertThat(refused(() -> service.change(root, "machine", new ClientChange(other), null))
                        .kind())
                .isEqualTo(AdminRefusal.Kind.UNCONDITIONAL);
        assertThat(refused(() -> service.delete(root, "machine", null)).kind())
                .isEqualTo(AdminRefusal.Kind.UNCONDITIONAL);
        service.change(root, "machine", new ClientChange(other), seen);
        assertThat(refused(() -> service.change(root, "machine", new ClientChange(MACHINE), seen))
                        .kind())
                .isEqualTo(AdminRefusal.Kind.STALE);
        assertThat(refused(() -> service.delete(root, "machine", seen)).kind()).isEqualTo(AdminRefusal.Kind.STALE);
        String beforeTheSecret = tag();
        service.addSecret(root, "machine", new SecretOrder(null));
        assertThat(tag()).isNotEqualTo(beforeTheSecret);
        assertThat(service.show("machine").options()).containsEntry("client-name", "Another name");
    }

    @Test
    @DisplayName("Of eight who change the same client at the same time, exactly one does")
    void letsOneOfManyChange() throws InterruptedException {
        service.create(root, new ClientOrder("machine", MACHINE));
        String seen = tag();
        List<Boolean> changed = Race.run(8, () -> {
            Map<String, String> other = new HashMap<>(MACHINE);
            other.put("client-name", "Another name");
            try {
                service.change(root, "machine", new ClientChange(other), seen);
                return true;
            } catch (AdminRefusal stale) {
                return false;
            }
        });
        assertThat(changed).containsOnlyOnce(true);
    }

    @Test
    @DisplayName("Auditors read which options a change changed, and no secret")
    void tellsWhatChanged() {
        service.create(root, new ClientOrder("machine", MACHINE));
        Map<String, String> other = new HashMap<>(MACHINE);
        other.remove("client-name");
        other.put("scopes", "ostiary:audit,ostiary:admin");
        other.put("require-pkce", "true");
        service.change(root, "machine", new ClientChange(other), tag());
        List<String> reasons =
                provider.database().texts("select reason from audit_record where event = 'admin_test' order by reason");
        assertThat(reasons)
                .contains(
                        "client-name: A machine; grant-types: client_credentials; scopes: ostiary:audit",
                        "client-name removed, was: A machine; require-pkce: true;"
                                + " scopes: ostiary:audit → ostiary:audit,ostiary:admin");
    }

    @Test
    @DisplayName(
            "A stopped client has nothing and gets nothing; enabled again it gets new tokens, and the old stay ended")
    void stopsAndStarts() {
        String secret = Objects.requireNonNull(
                service.create(root, new ClientOrder("machine", MACHINE)).secret());
        outcome("machine", secret);
        service.disable(root, "machine");
        assertThat(service.show("machine").enabled()).isFalse();
        assertThat(outcome("machine", secret)).isEqualTo("invalid_client");
        service.enable(root, "machine");
        assertThat(service.show("machine").enabled()).isTrue();
        assertThat(provider.database().count("client_access_token where revoked_at is null"))
                .isZero();
        assertThat(outcome("machine", secret)).isEqualTo("Bearer");
        service.disable(root, "machine");
        service.describeAgain();
        assertThat(service.show("machine").enabled()).isFalse();
    }

    private String tag() {
        return '"' + service.show("machine").entityTag() + '"';
    }

    private String outcome(String clientId, String secret) {
        try {
            provider.service(TokenService.class)
                    .exchange(
                            SampleRequest.of("grant_type", "client_credentials").parameters(),
                            SampleTokens.basic(clientId, secret),
                            FACTS);
            return "Bearer";
        } catch (OAuthException refusal) {
            return refusal.code().code();
        }
    }

    private static AdminRefusal refused(Runnable attempt) {
        return Objects.requireNonNull(catchThrowableOfType(AdminRefusal.class, attempt::run));
    }
}
