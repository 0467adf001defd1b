package org.ostiary.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.DENY;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.ONE_FACTOR;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.delivery.AdminDeliveryService;
import org.ostiary.ejb.admin.keys.AdminKeyService;
import org.ostiary.ejb.admin.keys.KeyRevocationOrder;
import org.ostiary.ejb.admin.keys.KeyView;
import org.ostiary.ejb.admin.keys.RotationOrder;
import org.ostiary.ejb.admin.people.AccountPage;
import org.ostiary.ejb.admin.people.AdminAccountService;
import org.ostiary.ejb.admin.people.AdminGrantService;
import org.ostiary.ejb.admin.people.AdminGroupService;
import org.ostiary.ejb.admin.people.AdminSessionService;
import org.ostiary.ejb.admin.records.AdminRecordService;
import org.ostiary.ejb.admin.records.AuditPage;
import org.ostiary.ejb.admin.revoking.MassRevocationService;
import org.ostiary.ejb.admin.revoking.RevocationOrder;
import org.ostiary.ejb.admin.revoking.RevocationResult;
import org.ostiary.ejb.admin.revoking.RevocationTarget;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.PolicyRule;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.trail.TrailQuery;

class AdminServicesTest {

    private static final ClientPolicy NIGHT_SHIFT_ONLY = new ClientPolicy(
            "night", DENY, List.of(new PolicyRule(ONE_FACTOR, List.of(Set.of("group:night shift")), List.of())));

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleTokens tokens = new SampleTokens(provider);
    private final Administrator root =
            new Administrator("account:root", "root", AdministrationRole.ADMIN, "test", FACTS);
    private final String alice = provider.addOwnAccount("alice");
    private final String bob = provider.addAccount("bob");

    AdminServicesTest() {
        provider.configure(client());
    }

    @Test
    @DisplayName("C08, C23: who is disabled loses everything at once, and neither a file nor enabling brings it back")
    void disables() {
        AdminAccountService accounts = provider.service(AdminAccountService.class);
        TokenResponse issued = logIn("bob");
        assertThat(accounts.disable(root, bob).disabled()).isTrue();
        assertThat(tokens.works(issued.accessToken())).isFalse();
        assertThat(provider.database().texts("select end_reason from login_session"))
                .containsExactly("account disabled");
        provider.database().execute("update account set disabled = false");
        assertThat(accounts.show(bob).disabled()).isTrue();
        assertThat(accounts.enable(root, bob).disabled()).isFalse();
        assertThat(tokens.works(issued.accessToken())).isFalse();
        assertThat(provider.database().count("oauth_grant where revoked_at is null"))
                .isZero();
        assertThat(provider.database().texts("select actor from audit_record where event = 'admin_test'"))
                .containsExactly("account:root", "account:root");
    }

    @Test
    @DisplayName("S18: no key is made or ended without a record of who wanted it")
    void changesKeysWithTheirRecord() {
        AdminKeyService keys = provider.service(AdminKeyService.class);
        Administrator unwritable =
                new Administrator("x".repeat(100_000), null, AdministrationRole.ADMIN, "rotate_key", FACTS);
        List<KeyView> before = keys.list().keys();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> keys.rotate(unwritable, new RotationOrder("ES256")));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> keys.revoke(unwritable, before.get(0).kid(), new KeyRevocationOrder(false)));
        assertThat(keys.list().keys()).isEqualTo(before);
    }

    @Test
    @DisplayName("Nobody locks themselves out")
    void staysOneself() {
        AdminAccountService accounts = provider.service(AdminAccountService.class);
        Administrator self = new Administrator("account:" + alice, alice, AdministrationRole.ADMIN, "test", FACTS);
        assertThat(refusal(() -> accounts.disable(self, alice))).isEqualTo("own-account-stays");
        assertThat(refusal(() -> accounts.join(self, alice, Set.of("people"), "*")))
                .isEqualTo("own-account-stays");
        assertThat(accounts.show(alice).disabled()).isFalse();
    }

    @Test
    @DisplayName("S36: other groups revoke what lost its right by them, as was told before")
    void changesGroups() {
        AdminGroupService groups = provider.service(AdminGroupService.class);
        TokenResponse issued = logIn("alice");
        assertThat(groups.preview(root, alice, Set.of("people")).grants()).isOne();
        assertThat(tokens.works(issued.accessToken())).isTrue();
        assertThat(groups.join(root, alice, Set.of("people"), "*").grants()).isOne();
        assertThat(tokens.works(issued.accessToken())).isFalse();
        assertThat(provider.database().texts("select reason from audit_record where event = 'admin_test'"))
                .contains("added: ; removed: night shift");
        assertThat(refusal(() -> groups.join(root, bob, Set.of("people"), "*"))).isEqualTo("account-kept-here");
        assertThat(refusal(() -> groups.join(root, alice, Set.of("a\nb"), "*")))
                .isEqualTo("administration-well-formed");
        Set<String> tooLong = IntStream.range(0, 200)
                .mapToObj(number -> String.format("%0100d", number))
                .collect(Collectors.toSet());
        assertThat(refusal(() -> groups.join(root, alice, tooLong, "*"))).isEqualTo("administration-well-formed");
    }

    @Test
    @DisplayName("RFC 9110 13.1.1, RFC 6585 3: of two who change the same groups, the second learns of the first")
    void losesNoChangeOfGroups() {
        AdminGroupService groups = provider.service(AdminGroupService.class);
        AdminAccountService accounts = provider.service(AdminAccountService.class);
        String seen = '"' + accounts.groups(alice).entityTag() + '"';
        assertThat(refusal(() -> groups.join(root, alice, Set.of("people"), null)))
                .isEqualTo("change-conditional");
        groups.join(root, alice, Set.of("people", "staff"), seen);
        assertThat(refusal(() -> groups.join(root, alice, Set.of("people"), seen)))
                .isEqualTo("change-of-what-was-seen");
        assertThat(refusal(() -> groups.join(root, alice, Set.of("people"), "W/" + seen)))
                .isEqualTo("change-of-what-was-seen");
        assertThat(accounts.groups(alice).groups()).containsExactlyInAnyOrder("people", "staff");
        groups.join(
                root,
                alice,
                Set.of("people"),
                "\"other\", \"" + accounts.groups(alice).entityTag() + '"');
        assertThat(accounts.groups(alice).groups()).containsExactly("people");
    }

    @Test
    @DisplayName("What is counted is what is revoked: by account, client, session and grant, and everything")
    void revokesWhatWasCounted() {
        for (RevocationTarget target : RevocationTarget.values()) {
            TokenResponse issued = logIn("alice");
            String id = switch (target) {
                case ACCOUNT -> alice;
                case CLIENT -> "app";
                case SESSION -> only("select id from login_session where ended_at is null");
                case GRANT -> only("select id from oauth_grant where revoked_at is null");
                case EVERYTHING -> "";
            };
            RevocationResult counted = revoke(target, id, true);
            assertThat(tokens.works(issued.accessToken())).as(target.name()).isTrue();
            RevocationResult done = revoke(target, id, false);
            assertThat(done.sessions()).as(target.name()).isEqualTo(counted.sessions());
            assertThat(counted.grants()).as(target.name()).isOne();
            assertThat(tokens.works(issued.accessToken())).as(target.name()).isFalse();
            assertThat(tokens.outcome(SampleTokens.refreshRequest(Objects.requireNonNull(issued.refreshToken()))))
                    .isEqualTo("invalid_grant");
            provider.service(AdminSessionService.class).endAll(root, alice);
        }
        assertThat(provider.database().texts("select reason from audit_record where event = 'admin_test'"))
                .as("known beforehand, should it break off")
                .anyMatch(reason -> reason.startsWith("EVERYTHING: begun; found "));
        assertThat(refusal(() -> revoke(RevocationTarget.GRANT, "nothing", false)))
                .isEqualTo("administered-thing-known");
        assertThat(refusal(() -> revoke(RevocationTarget.EVERYTHING, "x", false)))
                .isEqualTo("administration-well-formed");
    }

    private RevocationResult revoke(RevocationTarget target, String id, boolean dryRun) {
        return provider.service(MassRevocationService.class)
                .carryOut(root, new RevocationOrder(target, id, dryRun, false));
    }

    @Test
    @DisplayName("A session and a grant are ended once; ended again is ended")
    void endsOne() {
        logIn("alice");
        String session = only("select id from login_session");
        AdminSessionService sessions = provider.service(AdminSessionService.class);
        AdminGrantService grants = provider.service(AdminGrantService.class);
        assertThat(sessions.of(alice).sessions()).hasSize(1);
        assertThat(grants.of(alice).grants()).hasSize(1);
        assertThat(grants.revoke(root, grants.of(alice).grants().get(0).id()).grants())
                .isOne();
        assertThat(sessions.end(root, session).sessions()).isOne();
        assertThat(sessions.end(root, session).sessions()).isZero();
        assertThat(sessions.of(alice).sessions()).isEmpty();
        assertThat(provider.database().texts("select end_reason from login_session"))
                .containsExactly("ended by an administrator");
    }

    @Test
    @DisplayName("What a client refused is sent to it again, what it took is not")
    void sendsAgain() {
        AdminDeliveryService deliveries = provider.service(AdminDeliveryService.class);
        delivery("00000000-0000-4000-8000-000000000001", alice, "GIVEN_UP");
        delivery("00000000-0000-4000-8000-000000000002", "gone", "DELIVERED");
        assertThat(deliveries.page(null, null, 10).deliveries())
                .extracting(each -> each.username())
                .containsExactlyInAnyOrder("alice", null);
        assertThat(deliveries.page("given_up", null, 10).deliveries()).hasSize(1);
        assertThat(deliveries
                        .sendAgain(root, "00000000-0000-4000-8000-000000000001")
                        .state())
                .hasToString("WAITING");
        assertThat(refusal(() -> deliveries.sendAgain(root, "00000000-0000-4000-8000-000000000001")))
                .isEqualTo("delivery-failed");
        assertThat(refusal(() -> deliveries.sendAgain(root, "00000000-0000-4000-8000-000000000002")))
                .isEqualTo("delivery-failed");
        assertThat(only("select attempts from logout_delivery where state = 'WAITING'"))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("Pages follow one another by key, without a gap and without a row twice")
    void pages() {
        for (int count = 0; count < 5; count++) {
            provider.addAccount("user_" + count);
        }
        AdminAccountService accounts = provider.service(AdminAccountService.class);
        AccountPage first = accounts.page("USER_", null, 3);
        AccountPage second = accounts.page("USER_", first.next(), 3);
        assertThat(first.accounts()).extracting(each -> each.username()).containsExactly("user_0", "user_1", "user_2");
        assertThat(second.accounts()).extracting(each -> each.username()).containsExactly("user_3", "user_4");
        assertThat(second.next()).isNull();
        assertThat(accounts.page("userx", null, 3).accounts()).isEmpty();
        AdminRecordService records = provider.service(AdminRecordService.class);
        accounts.enable(root, alice);
        accounts.enable(root, bob);
        AuditPage latest = records.audit(question(alice), null, 1);
        assertThat(latest.records()).hasSize(1);
        AuditPage all = records.audit(question(null), null, 1);
        AuditPage older = records.audit(question(null), all.next(), 1);
        assertThat(older.records()).doesNotContainAnyElementsOf(all.records()).hasSize(1);
    }

    private static TrailQuery question(@Nullable String account) {
        return new TrailQuery("admin_test", null, account, null, null, null, null, null);
    }

    private void delivery(String id, String accountId, String state) {
        provider.database()
                .execute(
                        "insert into logout_delivery (id, session_id, account_id, client_id, sub, channel, state,"
                                + " attempts, created_at, finished_at) values (?, 's', ?, 'app', 'sub', 'BACK', ?, 6, 1, 2)",
                        id,
                        accountId,
                        state);
    }

    private String only(String query) {
        return provider.database().texts(query).get(0);
    }

    private static String refusal(Runnable call) {
        try {
            call.run();
            return "none";
        } catch (AdminRefusal refused) {
            return refused.rule().id();
        }
    }

    private TokenResponse logIn(String username) {
        return tokens.exchange(validTokenRequest(new SampleBrowser(provider).codeFor(validRequest(), username)));
    }

    private static SampleClient client() {
        return confidentialClient()
                .withGrantTypes("authorization_code", "refresh_token")
                .with(NIGHT_SHIFT_ONLY);
    }
}
