package org.ostiary.ejb.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.DENY;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.ONE_FACTOR;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.PolicyRule;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;

class ChangedRightsTest {

    private static final ClientPolicy NIGHT_SHIFT_ONLY = new ClientPolicy(
            "night", DENY, List.of(new PolicyRule(ONE_FACTOR, List.of(Set.of("group:night shift")), List.of())));
    private static final String UNREVOKED = "oauth_grant where revoked_at is null";
    private static final String MARKED = "client where rights_changed_at is not null";

    private final RunningProvider provider = RunningProvider.emptied();
    private final ChangedRightsService service = provider.service(ChangedRightsService.class);
    private final SampleTokens tokens = new SampleTokens(provider);

    ChangedRightsTest() {
        provider.addAccount("alice");
        provider.addAccount("bob");
        provider.configure(client().with(NIGHT_SHIFT_ONLY), client().called("open"));
        // Nobody was granted anything under the policy before.
        provider.database().execute("update client set rights_changed_at = null");
    }

    @AfterEach
    void giveTheTurnBack() {
        provider.database().execute("update turn set next_at = 0 where name = 'rights'");
    }

    @Test
    @DisplayName("A start that changes nothing leaves nothing to judge, and a look then costs two statements")
    void looksAtNothing() {
        logIn("alice");
        provider.configure(client().with(NIGHT_SHIFT_ONLY), client().called("open"));
        assertThat(provider.database().count(MARKED)).isZero();
        provider.clock().forward(ChangedRightsService.SETTLED_CLIENT);
        int before = provider.database().statements();
        look();
        assertThat(provider.database().statements() - before).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "S06: a start with a stricter policy lets nobody in from then on, and ends what was granted when every node knows the policy")
    void endsWhatAPolicyCosts() {
        TokenResponse issued = logIn("alice");
        provider.configure(client().withSecondFactor(), client().called("open"));
        look();
        assertThat(tokens.works(issued.accessToken())).isFalse();
        assertThat(provider.database().count(UNREVOKED)).isOne();
        provider.clock().forward(ChangedRightsService.SETTLED_CLIENT);
        look();
        assertThat(provider.database().texts("select revoke_reason from oauth_grant"))
                .containsExactly("the client now demands a second factor");
        assertThat(provider.audited("grant_revoked")).isOne();
        assertThat(provider.database().count(MARKED)).isZero();
    }

    @Test
    @DisplayName("A client that gets another name has nothing to judge")
    void judgesPoliciesAlone() {
        provider.configure(client().with(NIGHT_SHIFT_ONLY).withGrantTypes("authorization_code"));
        assertThat(provider.database().count(MARKED)).isZero();
    }

    @Test
    @DisplayName("S36: who left a group loses what it was for, and nobody else loses anything")
    void endsWhatAGroupWasFor() {
        logIn("alice");
        logIn("bob");
        new SampleBrowser(provider).codeFor(validRequest().with("client_id", "open"), "alice");
        change(
                "alice",
                account -> account.join(Set.of("people"), provider.clock().instant()));
        provider.clock().forward(ChangedRightsService.SETTLED_ACCOUNT);
        look();
        assertThat(provider.database().count(UNREVOKED)).isEqualTo(2);
        assertThat(provider.database().count("account where rights_changed_at is not null"))
                .isZero();
        change(
                "alice",
                account -> account.join(Set.of("night shift"), provider.clock().instant()));
        provider.clock().forward(ChangedRightsService.SETTLED_ACCOUNT);
        look();
        assertThat(provider.database().count(UNREVOKED)).as("it stays ended").isEqualTo(2);
    }

    @Test
    @DisplayName("What a person lost while a client was stopped ends when the client comes back")
    void judgesWhoComesBack() {
        logIn("alice");
        provider.configure(client().called("open"));
        change(
                "alice",
                account -> account.join(Set.of("people"), provider.clock().instant()));
        provider.clock().forward(ChangedRightsService.SETTLED_ACCOUNT);
        look();
        assertThat(provider.database().count(UNREVOKED)).isOne();
        provider.configure(client().with(NIGHT_SHIFT_ONLY));
        provider.clock().forward(ChangedRightsService.SETTLED_CLIENT);
        look();
        assertThat(provider.database().count(UNREVOKED)).isZero();
    }

    @Test
    @DisplayName("A node that dies in the middle leaves the rest to the next turn")
    void survivesAKill() {
        long all = manyGrants();
        demandMore();
        Judged first = service.client("app", Judged.NOTHING);
        assertThat(first.complete()).isFalse();
        assertThat(first.lost()).isEqualTo(500);
        look();
        assertThat(provider.database().count(UNREVOKED)).isZero();
        assertThat(provider.audited("grant_revoked")).isEqualTo(all);
        assertThat(provider.database().count(MARKED)).isZero();
    }

    @Test
    @DisplayName("A client that changes again in the middle is judged again, from the beginning")
    void noticesAnotherChange() {
        manyGrants();
        demandMore();
        Judged first = service.client("app", Judged.NOTHING);
        provider.configure(client().with(ClientPolicy.of(DENY)), client().called("open"));
        assertThat(service.client("app", first).complete()).isTrue();
        assertThat(provider.database().count(UNREVOKED)).isPositive();
        provider.clock().forward(ChangedRightsService.SETTLED_CLIENT);
        look();
        assertThat(provider.database().count(UNREVOKED)).isZero();
    }

    @Test
    @DisplayName("One node judges at a time; the turn of one that died ends by itself")
    void takesTurns() {
        logIn("alice");
        demandMore();
        assertThat(service.takeTurn()).isPresent();
        look();
        assertThat(provider.database().count(UNREVOKED)).isOne();
        provider.clock().forward(ChangedRightsService.LEASE);
        look();
        assertThat(provider.database().count(UNREVOKED)).isZero();
    }

    @Test
    @DisplayName("A turn that another node has by now is not kept")
    void losesTheTurn() {
        var held = service.takeTurn().orElseThrow();
        provider.clock().forward(ChangedRightsService.LEASE);
        assertThat(service.takeTurn()).isPresent();
        assertThat(service.keepTurn(held)).isEmpty();
    }

    @Test
    @DisplayName("One that cannot be judged keeps no other waiting, and is tried again a minute later")
    void leavesOutWhatFails() {
        logIn("alice");
        demandMore();
        provider.database()
                .execute("insert into client (client_id, metadata, configured, enabled, created_at, updated_at,"
                        + " rights_changed_at) values ('broken', 'no JSON', false, true, 0, 0, 0)");
        look();
        assertThat(provider.database().count(UNREVOKED)).isZero();
        assertThat(provider.database()
                        .texts("select rights_changed_at from client where rights_changed_at is not null"))
                .containsExactly(Long.toString(provider.clock()
                        .instant()
                        .plus(ChangedRightsService.REST)
                        .toEpochMilli()));
    }

    @Test
    @DisplayName("C08, S28: what a disabled account had ends for good, more sessions than fit into one transaction too")
    void endsWhatTheDisabledHad() {
        String bearer = logIn("bob").accessToken();
        provider.database()
                .execute(
                        "insert into login_session (id, handle_hash, account_id, auth_time, amr, created_at, last_seen_at,"
                                + " expires_at, browser_id) select 'x' || n, 'x' || n, account_id, auth_time, amr, created_at,"
                                + " last_seen_at, expires_at, 'x' from login_session, (select x as n from system_range(1, 150))");
        provider.disableAccount("bob");
        provider.clock().forward(ChangedRightsService.SETTLED_ACCOUNT);
        look();
        assertThat(provider.database().count("login_session where ended_at is null"))
                .isZero();
        assertThat(provider.database().texts("select reason from audit_record where event = 'session_expired'"))
                .hasSize(151)
                .containsOnly("account disabled");
        provider.database().execute("update account set disabled = false where username = 'bob'");
        assertThat(tokens.works(bearer)).isFalse();
    }

    /** The container makes the timer; here it is wired by hand. */
    @SuppressWarnings("UnnecessaryAssignment")
    private void look() {
        ChangedRights timer = new ChangedRights();
        timer.service = service;
        timer.look();
    }

    private void demandMore() {
        provider.configure(client().withSecondFactor(), client().called("open"));
        provider.clock().forward(ChangedRightsService.SETTLED_CLIENT);
    }

    private long manyGrants() {
        logIn("alice");
        for (int copy = 0; copy < 10; copy++) {
            provider.database()
                    .execute(
                            "insert into oauth_grant (id, account_id, client_id, session_id, sector, scopes, auth_time, amr,"
                                    + " created_at) select substring(random_uuid(), 1, 36), account_id, client_id, session_id, sector,"
                                    + " scopes, auth_time, amr, created_at from oauth_grant");
        }
        return provider.database().count(UNREVOKED);
    }

    private void change(String username, Consumer<Account> change) {
        provider.inTransaction(() -> {
            Account account =
                    provider.service(Accounts.class).findByUsernameKey(username).orElseThrow();
            change.accept(account);
            return account;
        });
    }

    private TokenResponse logIn(String username) {
        return tokens.exchange(validTokenRequest(new SampleBrowser(provider).codeFor(validRequest(), username)));
    }

    private static SampleClient client() {
        return confidentialClient().withGrantTypes("authorization_code", "refresh_token");
    }
}
