package org.ostiary.ejb.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.authn.LoginOutcome.Reason.INVALID_CREDENTIALS;
import static org.ostiary.ejb.authn.LoginOutcome.Reason.UNAVAILABLE;
import static org.ostiary.ejb.fixture.SampleBrowser.codeOf;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.fixture.SampleTokens.refreshRequest;
import static org.ostiary.ejb.ldap.SampleDirectory.PASSWORD;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.DENY;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.ONE_FACTOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.accounts.AccountConfirmation;
import org.ostiary.ejb.accounts.AccountUnconfirmed;
import org.ostiary.ejb.admin.AdminDoorService;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.authn.LoginOutcome;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.authorize.AuthorizeOutcome;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.config.LdapConfig;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleSecurityKey;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.ClientAudience;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.PolicyRule;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.registration.RegistrationForm;
import org.ostiary.ejb.registration.RegistrationOutcome;
import org.ostiary.ejb.registration.RegistrationOutcome.NotRegistered;
import org.ostiary.ejb.registration.RegistrationOutcome.Reason;
import org.ostiary.ejb.registration.RegistrationOutcome.Registered;
import org.ostiary.ejb.registration.RegistrationService;
import org.ostiary.ejb.rights.ChangedRightsService;
import org.ostiary.ejb.source.SourceAwayException;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;

/** People of a directory (RFC 4511 and its kin). */
class LdapPeopleTest {

    private static final SampleDirectory DIRECTORY = new SampleDirectory();
    private static final RunningProvider PROVIDER =
            RunningProvider.with(SampleConfig.production().withRegistration().withLdap(DIRECTORY.config(null)));

    private static final SampleRequest OFFLINE = validRequest().with("scope", "openid offline_access");

    private final SampleBrowser browser = new SampleBrowser(PROVIDER);

    @BeforeEach
    void beginWithNobody() {
        // On, past the pause that a directory which was away leaves behind.
        Instant later = PROVIDER.clock().instant().plus(Duration.ofMinutes(1));
        PROVIDER.empty();
        PROVIDER.clock().set(later);
        DIRECTORY.empty();
    }

    @Test
    @DisplayName("The first login makes an account with what the directory says, the next describes it anew")
    void describesAtEachLogin() {
        DIRECTORY.add("dave");
        DIRECTORY.addGroup("night shift", "dave");
        assertThat(logIn("dave", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(accounts(
                        "origin || '/' || display_name || '/' || email || '/' || email_verified || '/' || user_groups"))
                .containsExactly("ldap/dave of Outside/dave@example.org/TRUE/night shift");
        DIRECTORY.modify("dave", "replace: displayName", "displayName: David");
        DIRECTORY.addGroup("staff", "dave");
        assertThat(logIn("DAVE@example.org", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(accounts("username || '/' || display_name")).containsExactly("dave/David");
        assertThat(accounts("user_groups").get(0).lines()).containsExactlyInAnyOrder("night shift", "staff");
    }

    @Test
    @DisplayName("S19: who is renamed keeps the account; who is made anew gets another, and the former one is out")
    void keysByWhatNeverChanges() {
        DIRECTORY.add("dave");
        logIn("dave", PASSWORD);
        String id = accounts("id").get(0);
        DIRECTORY.rename("dave", "david");
        assertThat(logIn("david", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(accounts("id || username")).containsExactly(id + "david");
        DIRECTORY.delete("david");
        DIRECTORY.add("david");
        assertThat(logIn("david", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(PROVIDER.database().texts("select id from account where absent_since is null"))
                .hasSize(1)
                .doesNotContain(id);
    }

    @ParameterizedTest
    @DisplayName("RFC 4515 3: a name is never a piece of a filter, and no wildcard")
    @ValueSource(
            strings = {"*", "dav*", "*)(uid=*", "dave)(uid=*", "dave\\2a", "d\\61ve", "{dn}", "(", "dave,ou=people"})
    void escapesNames(String name) {
        DIRECTORY.add("dave");
        assertThat(logIn(name, PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        assertThat(PROVIDER.database().count("account")).isZero();
    }

    @ParameterizedTest
    @DisplayName("RFC 4513 5.1.2: an empty password would be an anonymous bind, which succeeds")
    @ValueSource(strings = {"", "\0", "wrong"})
    void refusesOtherPasswords(String password) {
        DIRECTORY.add("dave");
        assertThat(logIn("dave", password)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
    }

    @Test
    @DisplayName("A name that two people have means nobody")
    void demandsExactlyOne() {
        DIRECTORY.add("dave");
        DIRECTORY.add("eve");
        DIRECTORY.addMail("eve", "dave");
        assertThat(logIn("dave", PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
    }

    @Test
    @DisplayName("Two spellings of one person's name mean one account, for whoever counts guesses")
    void findsOneAccount() {
        DIRECTORY.add("dave");
        logIn("dave", PASSWORD);
        logIn("dave@example.org", "wrong");
        logIn("dave", "wrong");
        assertThat(PROVIDER.database()
                        .texts("select distinct account_id from audit_record where event = 'login_failed'"
                                + " and account_id in (select id from account)"))
                .hasSize(1);
    }

    @Test
    @DisplayName("While the directory is away every failure says so; our own accounts log in, and it is found again")
    void isAway() {
        DIRECTORY.add("dave");
        PROVIDER.addAccount("alice");
        DIRECTORY.goAway();
        assertThat(logIn("dave", PASSWORD)).isEqualTo(new LoginRefused(UNAVAILABLE));
        assertThat(logIn("nobody", PASSWORD)).isEqualTo(new LoginRefused(UNAVAILABLE));
        assertThat(logIn("alice", "wrong")).isEqualTo(new LoginRefused(UNAVAILABLE));
        assertThat(logIn("alice", RunningProvider.PASSWORD)).isInstanceOf(LoggedIn.class);
        DIRECTORY.comeBack();
        assertThat(logIn("dave", PASSWORD)).isEqualTo(new LoginRefused(UNAVAILABLE));
        PROVIDER.clock().forward(Duration.ofSeconds(5));
        assertThat(logIn("dave", PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    @DisplayName("Who was not asked about for five minutes is due, and absent when locked or gone, until back")
    void confirms() {
        DIRECTORY.add("dave");
        logIn("dave", PASSWORD);
        assertThat(due()).isEmpty();
        PROVIDER.clock().forward(Duration.ofMinutes(5).minusMillis(1));
        assertThat(due()).isEmpty();
        PROVIDER.clock().forward(Duration.ofMillis(1));
        confirm();
        assertThat(due()).isEmpty();
        assertThat(accounts("absent_since")).containsExactly("null");
        DIRECTORY.modify("dave", "replace: employeeType", "employeeType: locked");
        confirmLater();
        assertThat(account().disabled()).isTrue();
        PROVIDER.service(ChangedRightsService.class).account(account().id());
        assertThat(PROVIDER.database().count("login_session where ended_at is null"))
                .isZero();
        DIRECTORY.modify("dave", "replace: employeeType", "employeeType: staff");
        confirmLater();
        assertThat(account().disabled()).isFalse();
        DIRECTORY.delete("dave");
        confirmLater();
        assertThat(account().disabled()).isTrue();
        assertThat(PROVIDER.audited("account_absent")).isEqualTo(2);
        assertThat(PROVIDER.audited("account_back")).isOne();
    }

    @Test
    @DisplayName("While the directory is away its last answer counts, and it is asked again each minute")
    void keepsTheLastAnswer() {
        DIRECTORY.add("dave");
        logIn("dave", PASSWORD);
        DIRECTORY.goAway();
        confirmLater();
        DIRECTORY.comeBack();
        assertThat(account().disabled()).isFalse();
        assertThat(due()).isEmpty();
        DIRECTORY.delete("dave");
        PROVIDER.clock().forward(Duration.ofMinutes(1));
        confirm();
        assertThat(account().disabled()).isTrue();
    }

    @Test
    @DisplayName("A base that is not there ends nobody's rights: the operator is mistaken, not the person gone")
    void mistakesAMissingBaseForNoAnswer() {
        DIRECTORY.add("dave");
        logIn("dave", PASSWORD);
        DIRECTORY.removeBases();
        confirmLater();
        assertThat(account().disabled()).isFalse();
        assertThat(logIn("dave", PASSWORD)).isEqualTo(new LoginRefused(UNAVAILABLE));
    }

    @Test
    @DisplayName("S06, S36: who is gone from the directory gets no tokens, neither for a code nor for a refresh token")
    void endsRightsWhereTokensAreGiven() {
        SampleTokens tokens = new SampleTokens(PROVIDER);
        PROVIDER.configure(SampleClient.confidentialClient()
                .withScopes("openid", "offline_access")
                .withGrantTypes("authorization_code", "refresh_token"));
        DIRECTORY.add("dave");
        TokenResponse first = tokens.exchange(validTokenRequest(code()));
        PROVIDER.clock().forward(Duration.ofMinutes(5));
        TokenResponse second = tokens.exchange(refreshRequest(String.valueOf(first.refreshToken())));
        PROVIDER.clock().forward(Duration.ofMinutes(4).plusSeconds(50));
        String code = code();
        DIRECTORY.delete("dave");
        PROVIDER.clock().forward(Duration.ofSeconds(10));
        assertThat(tokens.outcome(validTokenRequest(code))).isEqualTo("invalid_grant");
        assertThat(tokens.outcome(refreshRequest(String.valueOf(second.refreshToken()))))
                .isEqualTo("invalid_grant");
        assertThat(tokens.works(second.accessToken())).isFalse();
    }

    @Test
    @DisplayName(
            "S36: who leaves the directory, or its group of administrators, is out of the administration as soon as anywhere")
    void hearsTheDirectoryBeforeAnAdministratorCounts() {
        String api = "https://id.example.org/api/admin/v1";
        PROVIDER.configure(SampleClient.confidentialClient()
                .withScopes("openid", "offline_access", "ostiary:admin")
                .withGrantTypes("authorization_code", "refresh_token")
                .with(new ClientAudience(Set.of(api), AudienceMode.EXPLICIT)));
        DIRECTORY.add("dave");
        DIRECTORY.addGroup("administrators", "dave");
        String token = new SampleTokens(PROVIDER)
                .exchange(validTokenRequest(code(OFFLINE.with("scope", "openid offline_access ostiary:admin")
                        .with("resource", api))))
                .accessToken();
        PROVIDER.database().execute("update oauth_grant set amr = 'pwd otp mfa'");
        AdminDoorService door = PROVIDER.service(AdminDoorService.class);
        assertThat(door.admit(token, "test", RunningProvider.FACTS).role()).isEqualTo(AdministrationRole.ADMIN);
        DIRECTORY.removeGroup("administrators");
        assertThat(door.admit(token, "test", RunningProvider.FACTS).role()).isEqualTo(AdministrationRole.ADMIN);
        PROVIDER.clock().forward(Duration.ofMinutes(5));
        assertThatExceptionOfType(AdminRefusal.class)
                .isThrownBy(() -> door.admit(token, "test", RunningProvider.FACTS))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(AdminRefusal.Kind.NOT_ALLOWED));
        PROVIDER.clock().forward(Duration.ofMinutes(5));
        DIRECTORY.delete("dave");
        assertThatExceptionOfType(AdminRefusal.class)
                .isThrownBy(() -> door.admit(token, "test", RunningProvider.FACTS))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(AdminRefusal.Kind.NOT_AUTHENTICATED));
    }

    @Test
    @DisplayName("Who is gone from the directory is not let in by a passkey either")
    void hearsTheDirectoryBeforeAPasskeyCounts() {
        PROVIDER.configure(SampleClient.confidentialClient().withSecondFactor());
        DIRECTORY.add("dave");
        SampleSecurityKey key = new SampleSecurityKey();
        String enrolment = SampleBrowser.interactionOf(browser.start(validRequest()));
        browser.logIn(enrolment, "dave", PASSWORD);
        browser.enrolKey(enrolment, key);
        PROVIDER.clock().forward(Duration.ofMinutes(6));
        assertThat(logInByPasskey(key)).isInstanceOf(LoggedIn.class);
        DIRECTORY.delete("dave");
        PROVIDER.clock().forward(Duration.ofMinutes(6));
        assertThat(logInByPasskey(key)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
    }

    private static LoginOutcome logInByPasskey(SampleSecurityKey key) {
        SampleBrowser person = new SampleBrowser(PROVIDER);
        return person.logInByPasskey(SampleBrowser.interactionOf(person.start(validRequest())), key);
    }

    @Test
    @DisplayName("F09: all spellings of one person's name are counted together, also before the first login")
    void countsOnePersonOnce() {
        DIRECTORY.add("dave");
        for (String spelling : List.of("dave", "dave@example.org", "DAVE")) {
            assertThat(logIn(spelling, "wrong")).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        }
        assertThat(logIn("Dave@Example.org", PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        assertThat(PROVIDER.audited("account_locked")).isOne();
    }

    @Test
    @DisplayName("F09: a directory that is away costs no guess")
    void countsNothingWhileAway() {
        DIRECTORY.add("dave");
        DIRECTORY.goAway();
        for (int time = 0; time < 5; time++) {
            assertThat(logIn("dave", PASSWORD)).isEqualTo(new LoginRefused(UNAVAILABLE));
        }
        assertThat(PROVIDER.audited("login_failed")).isEqualTo(5);
        DIRECTORY.comeBack();
        PROVIDER.clock().forward(Duration.ofSeconds(5));
        assertThat(logIn("dave", PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    @DisplayName("Nobody registers under the name of a person of the directory, nor while it cannot say who is there")
    void keepsTheirNamesFromRegistration() {
        DIRECTORY.add("dave");
        assertThat(register("DAVE")).isEqualTo(new NotRegistered(Reason.USERNAME_UNUSABLE));
        assertThat(register("eve")).isInstanceOf(Registered.class);
        DIRECTORY.goAway();
        assertThat(register("fred")).isEqualTo(new NotRegistered(Reason.SOURCE_AWAY));
        assertThat(PROVIDER.database().texts("select reason from audit_record where event = 'registration_refused'"))
                .containsExactlyInAnyOrder("username known outside", "a source of accounts is away");
        DIRECTORY.comeBack();
        assertThat(accounts("username")).containsExactly("eve");
    }

    @Test
    @DisplayName("S36: before a person is turned away, the directory is asked whether they may come in by now")
    void hearsOfAGroupGained() {
        DIRECTORY.add("dave");
        PROVIDER.configure(confidentialClient()
                .with(new ClientPolicy(
                        "staff",
                        DENY,
                        List.of(new PolicyRule(ONE_FACTOR, List.of(Set.of("group:staff")), List.of())))));
        AuthorizeOutcome outcome = browser.start(validRequest());
        browser.logIn(interactionOf(outcome), "dave", PASSWORD);
        assertThat(browser.resume(interactionOf(outcome)))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.FORBIDDEN));
        DIRECTORY.addGroup("staff", "dave");
        assertThat(browser.start(validRequest()))
                .as("the last answer is young enough")
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.FORBIDDEN));
        PROVIDER.clock().forward(Duration.ofMinutes(5));
        assertThat(browser.start(validRequest()))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.CONSENT));
        assertThat(PROVIDER.audited("access_refused")).isEqualTo(2);
    }

    @Test
    @DisplayName("No connection is lost to failures, whatever they are")
    void losesNoConnection() {
        DIRECTORY.add("dave");
        try (LdapDirectory directory = new LdapDirectory(DIRECTORY.config(null), PROVIDER.clock())) {
            for (int time = 0; time < 10; time++) {
                assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(() -> directory.bind("uid=dave,ou=people,dc=example,dc=org", ""));
            }
            assertThat(directory.bind("uid=dave,ou=people,dc=example,dc=org", PASSWORD))
                    .isTrue();
        }
    }

    @Test
    @DisplayName("A restart of the directory costs nobody a login")
    void survivesARestart() throws Exception {
        DIRECTORY.add("dave");
        Race.run(3, () -> logIn("dave", PASSWORD));
        DIRECTORY.goAway();
        DIRECTORY.comeBack();
        for (int time = 0; time < 4; time++) {
            assertThat(logIn("dave", PASSWORD)).isInstanceOf(LoggedIn.class);
        }
    }

    @Test
    @DisplayName("RFC 4514 2.4: who binds as themselves is described by what they may read, and escapes from no name")
    void bindsAsThePerson() {
        DIRECTORY.add("dave");
        DIRECTORY.addGroup("staff", "dave");
        try (LdapDirectory own =
                new LdapDirectory(DIRECTORY.config("uid={username},ou=people,dc=example,dc=org"), PROVIDER.clock())) {
            assertThat(own.proveByOwnBind("dave", PASSWORD))
                    .hasValueSatisfying(person -> assertThat(person.groups()).containsExactly("staff"));
            assertThat(own.proveByOwnBind("dave", "wrong")).isEmpty();
            assertThat(own.proveByOwnBind("dave,ou=people,dc=example,dc=org", PASSWORD))
                    .isEmpty();
            assertThat(own.proveByOwnBind("*", PASSWORD)).isEmpty();
        }
    }

    @Test
    @DisplayName("A wrong password of the service account is no wrong password of a person")
    void tellsTheServiceAccountApart() {
        DIRECTORY.add("dave");
        LdapConfig right = DIRECTORY.config(null);
        LdapConfig wrong = new LdapConfig(
                right.addresses(),
                false,
                null,
                right.timeout(),
                1,
                right.usersBase(),
                right.usersFilter(),
                right.groupsBase(),
                right.groupsFilter(),
                right.attributes(),
                right.user(),
                "wrong",
                null,
                null,
                false,
                right.refreshInterval());
        try (LdapDirectory directory = new LdapDirectory(wrong, PROVIDER.clock())) {
            assertThatExceptionOfType(SourceAwayException.class)
                    .isThrownBy(() -> directory.bind("uid=dave,ou=people,dc=example,dc=org", PASSWORD));
        }
    }

    private static Optional<AccountUnconfirmed> due() {
        return PROVIDER.inTransaction(() -> {
            try {
                PROVIDER.service(AccountConfirmation.class).require(account());
                return Optional.empty();
            } catch (AccountUnconfirmed unconfirmed) {
                return Optional.of(unconfirmed);
            }
        });
    }

    private static void confirmLater() {
        PROVIDER.clock().forward(Duration.ofMinutes(5));
        confirm();
    }

    private static void confirm() {
        PROVIDER.service(AccountConfirmation.class).confirm(due().orElseThrow(), RunningProvider.FACTS);
    }

    private static Account account() {
        return PROVIDER.inTransaction(() ->
                PROVIDER.service(Accounts.class).find(accounts("id").get(0)).orElseThrow());
    }

    private static RegistrationOutcome register(String username) {
        SampleBrowser stranger = new SampleBrowser(PROVIDER);
        String interaction = interactionOf(stranger.start(validRequest().with("prompt", "create")));
        String token = stranger.view(Page.REGISTER, interaction).orElseThrow().formToken();
        RegistrationForm form = new RegistrationForm(username, "A Name", "a@example.org", PASSWORD, token);
        return PROVIDER.service(RegistrationService.class).register(interaction, form, stranger.visitor());
    }

    private String code() {
        return code(OFFLINE);
    }

    private String code(SampleRequest request) {
        AuthorizeOutcome outcome = browser.start(request);
        while (outcome instanceof Ask ask) {
            if (ask.page() == Page.LOGIN) {
                browser.logIn(ask.interaction(), "dave", PASSWORD);
            } else {
                browser.decide(ask.interaction(), true);
            }
            outcome = browser.resume(ask.interaction());
        }
        return codeOf(outcome);
    }

    private static LoginOutcome logIn(String username, String password) {
        SampleBrowser browser = new SampleBrowser(PROVIDER);
        return browser.logIn(interactionOf(browser.start(validRequest())), username, password);
    }

    private static List<String> accounts(String column) {
        return PROVIDER.database().texts("select " + column + " from account order by created_at");
    }
}
