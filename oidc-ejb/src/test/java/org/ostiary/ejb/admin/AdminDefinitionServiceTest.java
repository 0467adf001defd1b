package org.ostiary.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ostiary.ejb.config.DefinitionKind.CLAIMS_POLICY;
import static org.ostiary.ejb.config.DefinitionKind.POLICY;
import static org.ostiary.ejb.config.DefinitionKind.SCOPE;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.ClientChange;
import org.ostiary.ejb.admin.client.ClientOrder;
import org.ostiary.ejb.admin.definition.AdminDefinitionService;
import org.ostiary.ejb.admin.definition.DefinitionChange;
import org.ostiary.ejb.admin.definition.DefinitionOrder;
import org.ostiary.ejb.admin.definition.DefinitionResult;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.client.ClientRegistryService;
import org.ostiary.ejb.client.ClientService;
import org.ostiary.ejb.config.ConfiguredClient;
import org.ostiary.ejb.config.DefinitionKind;
import org.ostiary.ejb.definition.DefinitionShelf;
import org.ostiary.ejb.definition.DefinitionsMoved;
import org.ostiary.ejb.discovery.DiscoveryService;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.token.TokenService;
import org.ostiary.ejb.userinfo.UserInfoService;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.client.Clients;

@DisplayName("Policies, scopes and claims policies that administrators define while the server runs")
class AdminDefinitionServiceTest {

    private static final Map<String, String> STAFF = Map.of(
            "default-policy", "deny",
            "rules[0].policy", "one_factor",
            "rules[0].subject", "group:night shift");
    private static final Map<String, String> CLOSED = Map.of("default-policy", "deny");

    private final RunningProvider provider = RunningProvider.emptied();
    private final AdminDefinitionService service = provider.service(AdminDefinitionService.class);
    private final AdminClientService clients = provider.service(AdminClientService.class);
    private final Administrator root =
            new Administrator("account:root", "root", AdministrationRole.ADMIN, "test", FACTS);

    @Test
    @DisplayName("S06: a policy counts for the clients that refer to it, on every node")
    void definesAPolicy() {
        define(POLICY, "staff", STAFF);
        register(Map.of("authorization-policy", "staff"));
        provider.addAccount("alice");
        assertThat(works(logIn("alice"))).isTrue();
        RunningProvider other = new RunningProvider(
                provider.database(), SampleConfig.production().build());
        other.service(ClientService.class).refresh();
        assertThat(policyOf(other).rules()).hasSize(1);
        assertThat(service.show(POLICY, "staff").clients()).containsExactly("shop");
        assertThat(service.list().definitions())
                .extracting(view -> view.kind() + " " + view.name())
                .containsExactly("POLICY staff");
        assertThat(provider.database()
                        .texts("select reason from audit_record where event = 'admin_test' and client_id is null"))
                .singleElement()
                .asString()
                .startsWith("policy staff: default-policy: deny; ");
    }

    @Test
    @DisplayName("S36: what a change would end is counted first, and ends with the change, on every node")
    void endsWhatLostItsRight() {
        define(POLICY, "staff", STAFF);
        register(Map.of("authorization-policy", "staff"));
        provider.addAccount("alice");
        TokenResponse tokens = logIn("alice");
        RunningProvider other = new RunningProvider(
                provider.database(), SampleConfig.production().build());
        other.service(ClientService.class).refresh();
        String seen = tag(POLICY, "staff");
        DefinitionResult counted = service.change(root, POLICY, "staff", new DefinitionChange(CLOSED, true), seen);
        assertThat(counted.grants()).isOne();
        assertThat(counted.definition().options()).isEqualTo(STAFF);
        assertThat(works(tokens)).isTrue();
        DefinitionResult changed = service.change(root, POLICY, "staff", new DefinitionChange(CLOSED, false), seen);
        assertThat(changed.grants()).isOne();
        assertThat(works(tokens)).isFalse();
        assertThat(provider.database().texts("select revoke_reason from oauth_grant"))
                .containsExactly("the policy denies the person the client");
        other.service(ClientService.class).refresh();
        assertThat(policyOf(other).rules()).isEmpty();
        assertThat(refused(() -> service.change(root, POLICY, "staff", new DefinitionChange(STAFF, false), seen))
                        .kind())
                .isEqualTo(AdminRefusal.Kind.STALE);
    }

    @Test
    @DisplayName("The rules are those of the configuration: every mistake is told, and nothing is stored")
    void judges() {
        assertThat(mistakes(
                        POLICY,
                        "staff",
                        Map.of(
                                "default-policy", "maybe",
                                "rules[1].subject", "group:staff",
                                "rules[0].subject", "everybody",
                                "rules[0].polcy", "deny")))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("oidc.policy.staff.default-policy = \"maybe\": must be one of: one_factor"))
                .anySatisfy(line -> assertThat(line).contains("rules[0].polcy", "is not known; known are"));
        assertThat(mistakes(POLICY, "one_factor", CLOSED)).hasSize(1);
        assertThat(mistakes(POLICY, "a b", CLOSED)).hasSize(1);
        assertThat(mistakes(SCOPE, "profile", Map.of("claims", "shoe_size"))).hasSize(1);
        assertThat(mistakes(SCOPE, "ostiary:admin", Map.of())).hasSize(1);
        assertThat(mistakes(SCOPE, "claim:name", Map.of())).hasSize(1);
        assertThat(mistakes(CLAIMS_POLICY, "all", Map.of("custom-claims.sub", "username")))
                .hasSize(1);
        assertThat(service.list().definitions()).isEmpty();
        define(POLICY, "staff", STAFF);
        assertThat(refused(() -> define(POLICY, "staff", CLOSED)).rule().id()).isEqualTo("definition-name-new");
        assertThat(refused(() -> service.show(SCOPE, "staff")).kind()).isEqualTo(AdminRefusal.Kind.UNKNOWN);
    }

    @Test
    @DisplayName(
            "What a client refers to is not deleted, and the refusal names the client; a client refers to nothing else")
    void keepsWhatIsInUse() {
        define(POLICY, "staff", STAFF);
        define(SCOPE, "orders", Map.of("claims", "shoe_size"));
        define(CLAIMS_POLICY, "all", Map.of("id-token", "groups"));
        register(Map.of("authorization-policy", "staff", "scopes", "openid,orders", "claims-policy", "all"));
        for (DefinitionKind kind : DefinitionKind.values()) {
            String name = service.list().definitions().stream()
                    .filter(view -> view.kind() == kind)
                    .findFirst()
                    .orElseThrow()
                    .name();
            AdminRefusal refusal = refused(() -> service.delete(root, kind, name, "*"));
            assertThat(refusal.rule().id()).isEqualTo("definition-unused");
            assertThat(refusal.mistakes()).containsExactly("shop");
        }
        clients.change(root, "shop", new ClientChange(options(Map.of())), "*");
        service.delete(root, POLICY, "staff", tag(POLICY, "staff"));
        service.delete(root, SCOPE, "orders", tag(SCOPE, "orders"));
        service.delete(root, CLAIMS_POLICY, "all", tag(CLAIMS_POLICY, "all"));
        assertThat(service.list().definitions()).isEmpty();
        AdminRefusal refusal = refused(() -> clients.change(
                root,
                "shop",
                new ClientChange(options(
                        Map.of("authorization-policy", "staff", "scopes", "openid,orders", "claims-policy", "all"))),
                "*"));
        assertThat(refusal.mistakes()).hasSize(3);
    }

    @Test
    @DisplayName("A client is not registered under a policy that was changed while it was judged")
    void registersAsJudged() {
        DefinitionShelf shelf = provider.service(DefinitionShelf.class);
        long before = provider.inTransaction(shelf::version);
        define(POLICY, "staff", STAFF);
        assertThat(catchThrowableOfType(
                        DefinitionsMoved.class,
                        () -> provider.service(ClientRegistryService.class)
                                .register(
                                        SampleClient.confidentialClient()
                                                .called("late")
                                                .configured(),
                                        "{}",
                                        before,
                                        root.did(null, "late", null),
                                        FACTS)))
                .isNotNull();
        assertThat(provider.database().count("client where client_id = 'late'")).isZero();
    }

    @Test
    @DisplayName(
            "A node that starts writes nothing that it judged under former policies, or for options that are no more")
    void describesAsJudged() {
        define(POLICY, "staff", STAFF);
        register(Map.of("authorization-policy", "staff"));
        DefinitionShelf shelf = provider.service(DefinitionShelf.class);
        ClientRegistryService registry = provider.service(ClientRegistryService.class);
        Client read = provider.inTransaction(
                () -> provider.service(Clients.class).find("shop").orElseThrow());
        ConfiguredClient judged =
                SampleClient.confidentialClient().called("shop").configured();
        long before = provider.inTransaction(shelf::version);
        service.change(root, POLICY, "staff", new DefinitionChange(CLOSED, false), tag(POLICY, "staff"));
        String metadata = metadata();
        assertThat(catchThrowableOfType(DefinitionsMoved.class, () -> registry.describeAgain(read, judged, before)))
                .isNotNull();
        provider.database().execute("update client set options = '{}' where client_id = 'shop'");
        registry.describeAgain(read, judged, provider.inTransaction(shelf::version));
        assertThat(metadata()).isEqualTo(metadata);
    }

    private String metadata() {
        return provider.database()
                .texts("select metadata from client where client_id = 'shop'")
                .get(0);
    }

    @Test
    @DisplayName(
            "OIDC Core 5.4: a scope releases its claims at once, is published, and is forgotten again, on every node")
    void definesAScope() {
        RunningProvider other = new RunningProvider(
                provider.database(), SampleConfig.production().build());
        define(SCOPE, "orders", Map.of("claims", "shoe_size"));
        register(Map.of("scopes", "openid,orders"));
        String alice = provider.addAccount("alice");
        provider.database().execute("update account set claims = '{\"shoe_size\":\"44\"}' where id = '" + alice + "'");
        TokenResponse tokens = exchange(new SampleBrowser(provider)
                .codeFor(validRequest().with("client_id", "shop").with("scope", "openid orders"), "alice"));
        assertThat(tokens.scope()).isEqualTo("openid orders");
        assertThat(answer(tokens)).contains("\"shoe_size\":\"44\"");
        other.service(ClientService.class).refresh();
        for (RunningProvider node : List.of(provider, other)) {
            assertThat(published(node, "scopes_supported")).contains("orders");
            assertThat(published(node, "claims_supported")).contains("shoe_size");
        }
        service.change(root, SCOPE, "orders", new DefinitionChange(Map.of("claims", "hat_size"), false), "*");
        assertThat(answer(tokens)).doesNotContain("shoe_size");
        assertThat(published(provider, "claims_supported")).contains("hat_size").doesNotContain("shoe_size");
        clients.change(root, "shop", new ClientChange(options(Map.of())), "*");
        service.delete(root, SCOPE, "orders", "*");
        other.service(ClientService.class).refresh();
        for (RunningProvider node : List.of(provider, other)) {
            assertThat(published(node, "scopes_supported")).doesNotContain("orders");
        }
    }

    @Test
    @DisplayName("A claims policy says what ID tokens carry, from the next one on")
    void definesAClaimsPolicy() {
        define(CLAIMS_POLICY, "all", Map.of("id-token", "groups", "custom-claims.nickname", "username"));
        register(Map.of("claims-policy", "all"));
        assertThat(provider.service(ClientDirectory.class)
                        .require("shop")
                        .claims()
                        .idToken())
                .containsExactly("groups");
        service.change(root, CLAIMS_POLICY, "all", new DefinitionChange(Map.of("access-token", "name"), false), "*");
        assertThat(provider.service(ClientDirectory.class).require("shop").claims())
                .satisfies(claims -> assertThat(claims.idToken()).isEmpty())
                .satisfies(claims -> assertThat(claims.accessToken()).isEqualTo(Set.of("name")))
                .satisfies(claims -> assertThat(claims.custom()).isEmpty());
    }

    private void define(DefinitionKind kind, String name, Map<String, String> options) {
        service.create(root, new DefinitionOrder(kind, name, options));
    }

    private String tag(DefinitionKind kind, String name) {
        return '"' + service.show(kind, name).entityTag() + '"';
    }

    private List<String> mistakes(DefinitionKind kind, String name, Map<String, String> options) {
        AdminRefusal refusal = refused(() -> define(kind, name, options));
        assertThat(refusal.rule().id()).isEqualTo("definition-options");
        return refusal.mistakes();
    }

    private static AdminRefusal refused(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(AdminRefusal.class, call));
    }

    private static Map<String, String> options(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(Map.of(
                "redirect-uris", SampleClient.REDIRECT_URI,
                "public", "true",
                "authorization-policy", "one_factor"));
        options.putAll(more);
        return options;
    }

    private void register(Map<String, String> more) {
        clients.create(root, new ClientOrder("shop", options(more)));
    }

    private TokenResponse logIn(String username) {
        return exchange(new SampleBrowser(provider).codeFor(validRequest().with("client_id", "shop"), username));
    }

    private TokenResponse exchange(String code) {
        return provider.service(TokenService.class)
                .exchange(validTokenRequest(code).with("client_id", "shop").parameters(), null, FACTS);
    }

    private boolean works(TokenResponse tokens) {
        try {
            return !answer(tokens).isEmpty();
        } catch (OAuthException refusal) {
            return false;
        }
    }

    private String answer(TokenResponse tokens) {
        return provider.service(UserInfoService.class)
                .answer(tokens.accessToken())
                .body();
    }

    private static ClientPolicy policyOf(RunningProvider node) {
        return node.service(ClientDirectory.class).require("shop").authorizationPolicy();
    }

    private static List<String> published(RunningProvider node, String member) {
        try {
            Object values = JsonUtil.parseJson(new String(
                            node.service(DiscoveryService.class).metadata().body(), StandardCharsets.UTF_8))
                    .get(member);
            return ((List<?>) Objects.requireNonNull(values))
                    .stream().map(String::valueOf).toList();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }
}
