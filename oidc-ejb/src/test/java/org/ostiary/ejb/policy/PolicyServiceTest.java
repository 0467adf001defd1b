package org.ostiary.ejb.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.fixture.SampleTokens.refreshRequest;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.DENY;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.ONE_FACTOR;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.PolicyRule;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Accounts;

class PolicyServiceTest {

    private static final ClientPolicy NIGHT_SHIFT_ONLY = new ClientPolicy(
            "night", DENY, List.of(new PolicyRule(ONE_FACTOR, List.of(Set.of("group:night shift")), List.of())));
    private static final RequestFacts FACTS = RequestFacts.ofServer("request-1");

    private final RunningProvider provider = RunningProvider.emptied();
    private final PolicyService policies = provider.service(PolicyService.class);
    private final SampleTokens tokens = new SampleTokens(provider);

    PolicyServiceTest() {
        provider.addAccount("alice");
        provider.addAccount("bob");
        provider.configure(client().with(NIGHT_SHIFT_ONLY), client().called("open"));
    }

    @Test
    @DisplayName("S36: who leaves the group can neither refresh nor use a token, from the next request on")
    void judgesEachUse() {
        TokenResponse issued = logIn("alice");
        assertThat(tokens.works(issued.accessToken())).isTrue();
        takeFromGroup("alice");
        assertThat(tokens.works(issued.accessToken())).isFalse();
        assertThat(tokens.outcome(refreshRequest(Objects.requireNonNull(issued.refreshToken()))))
                .isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("S36: a code is not redeemed for who left the group after it was issued")
    void judgesCodes() {
        String code = new SampleBrowser(provider).codeFor(validRequest(), "alice");
        takeFromGroup("alice");
        assertThat(tokens.outcome(validTokenRequest(code))).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("S36: what lost its right is counted beforehand, revoked once, and for good, with an audit record")
    void revokesWhatLostItsRight() {
        TokenResponse alices = logIn("alice");
        TokenResponse bobs = logIn("bob");
        assertThat(lost()).isZero();
        takeFromGroup("alice");
        assertThat(lost()).isOne();
        assertThat(enforce()).isOne();
        assertThat(enforce()).isZero();
        assertThat(provider.database().texts("select reason from audit_record where event = 'grant_revoked'"))
                .containsExactly("the policy denies the person the client");
        provider.database().execute("update account set user_groups = 'night shift' where username = 'alice'");
        assertThat(tokens.works(alices.accessToken())).isFalse();
        assertThat(tokens.works(bobs.accessToken())).isTrue();
    }

    @Test
    @DisplayName("S36: whose groups changed loses at once what they may not have any more, and nobody else does")
    void revokesOfOnePerson() {
        String carol = provider.addAccount("carol");
        logIn("bob");
        logIn("carol");
        new SampleBrowser(provider).codeFor(validRequest().with("client_id", "open"), "carol");
        takeFromGroup("bob");
        takeFromGroup("carol");
        assertThat(policies.enforce(carol, FACTS)).isOne();
        assertThat(policies.enforce(carol, FACTS)).isZero();
        assertThat(provider.database().count("oauth_grant where revoked_at is null"))
                .isEqualTo(2);
        assertThat(provider.audited("grant_revoked")).isOne();
    }

    @Test
    @DisplayName("S06: a client that now demands a second factor ends what one factor was enough for")
    void revokesWhatIsTooWeak() {
        logIn("alice");
        provider.configure(client().withSecondFactor());
        assertThat(enforce()).isOne();
        assertThat(provider.database().texts("select revoke_reason from oauth_grant"))
                .containsExactly("the client now demands a second factor");
    }

    @Test
    @DisplayName("C08: what a disabled account granted ends for good, offline access too: enabled again it has nothing")
    void revokesOfTheDisabled() {
        String bearer = logIn("bob").accessToken();
        provider.disableAccount("bob");
        assertThat(enforce()).isOne();
        provider.database().execute("update account set disabled = false where username = 'bob'");
        assertThat(tokens.works(bearer)).isFalse();
    }

    @Test
    @DisplayName("What a change would cost is told before it is made, for a client and for a person's groups")
    void tellsBeforehand() {
        String alice = provider.addAccount("carol");
        logIn("carol");
        logIn("bob");
        assertThat(policies.preview(client().with(ClientPolicy.of(DENY)).registered()))
                .isEqualTo(2);
        assertThat(policies.preview(client().with(NIGHT_SHIFT_ONLY).registered()))
                .isZero();
        assertThat(policies.preview(alice, Set.of("people"))).isOne();
        assertThat(policies.preview(alice, Set.of("night shift"))).isZero();
        assertThat(provider.audited("grant_revoked")).isZero();
    }

    @Test
    @DisplayName("What ended with its session is not counted; what outlives it is")
    void countsWhatStillWorks() {
        logIn("alice");
        takeFromGroup("alice");
        provider.clock().forward(SampleConfig.SESSION_ABSOLUTE);
        assertThat(lost()).isZero();
    }

    @Test
    @DisplayName("More grants than fit into one transaction are all found")
    void findsManyGrants() {
        logIn("alice");
        for (int copy = 0; copy < 9; copy++) {
            provider.database()
                    .execute(
                            "insert into oauth_grant (id, account_id, client_id, session_id, sector, scopes, auth_time, amr,"
                                    + " created_at) select substring(random_uuid(), 1, 36), account_id, client_id, session_id, sector,"
                                    + " scopes, auth_time, amr, created_at from oauth_grant");
        }
        long all = provider.database().count("oauth_grant where client_id = 'app'");
        assertThat(all).isGreaterThan(500);
        takeFromGroup("alice");
        assertThat(lost()).isEqualTo((int) all);
        assertThat(enforce()).isEqualTo((int) all);
        assertThat(provider.database().count("oauth_grant where revoked_at is null"))
                .isZero();
    }

    @Test
    @DisplayName("Which clients a person may use at all")
    void knowsWhoMayUseAClient() {
        ClientDirectory clients = provider.service(ClientDirectory.class);
        takeFromGroup("alice");
        provider.inTransaction(() -> {
            Accounts accounts = provider.service(Accounts.class);
            var alice = accounts.findByUsernameKey("alice").orElseThrow();
            var bob = accounts.findByUsernameKey("bob").orElseThrow();
            assertThat(policies.mayUse(alice, clients.require("app"))).isFalse();
            assertThat(policies.mayUse(bob, clients.require("app"))).isTrue();
            assertThat(policies.mayUse(alice, clients.require("open"))).isTrue();
            return alice;
        });
    }

    private int lost() {
        return provider.service(ClientDirectory.class).all().stream()
                .mapToInt(policies::preview)
                .sum();
    }

    private int enforce() {
        return policies.enforce(Set.of("app", "open"), FACTS);
    }

    private TokenResponse logIn(String username) {
        return tokens.exchange(validTokenRequest(new SampleBrowser(provider).codeFor(validRequest(), username)));
    }

    private void takeFromGroup(String username) {
        provider.database().execute("update account set user_groups = 'people' where username = ?", username);
    }

    private static SampleClient client() {
        return confidentialClient().withGrantTypes("authorization_code", "refresh_token");
    }
}
