package org.ostiary.ejb.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.setup.SetUpOutcome.CREATED;
import static org.ostiary.ejb.setup.SetUpOutcome.LINK_UNUSABLE;
import static org.ostiary.ejb.setup.SetUpOutcome.PASSWORD_TOO_LONG;
import static org.ostiary.ejb.setup.SetUpOutcome.PASSWORD_TOO_SHORT;
import static org.ostiary.ejb.setup.SetUpOutcome.USERNAME_UNUSABLE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.config.AdministrationRules;
import org.ostiary.ejb.config.ConfigurationException;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;

class SetUpServiceTest {

    private static final String PASSWORD = "a password that is long enough";

    private final RunningProvider provider = RunningProvider.emptied();
    private final SetUpService service = provider.service(SetUpService.class);

    @Test
    @DisplayName("F30: the link creates the first administrator, who can log in at once")
    void createsTheFirstAdministrator() {
        String token = token();
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(service.usable(token)).isTrue();
        assertThat(service.createAdministrator(token, " Root ", PASSWORD, FACTS))
                .isEqualTo(CREATED);
        assertThat(provider.database().texts("select username from account")).containsExactly("Root");
        assertThat(provider.database().texts("select user_groups from account")).containsExactly("administrators");
        assertThat(provider.database().texts("select password from account").get(0))
                .startsWith("$argon2id$");
        assertThat(provider.audited("administrator_created")).isOne();
        SampleBrowser browser = new SampleBrowser(provider);
        String interaction = SampleBrowser.interactionOf(browser.start(validRequest()));
        assertThat(browser.logIn(interaction, "root", PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    @DisplayName("F30: the link works once, and there is never another one")
    void worksOnce() {
        String token = token();
        service.createAdministrator(token, "root", PASSWORD, FACTS);
        assertThat(service.usable(token)).isFalse();
        assertThat(service.createAdministrator(token, "second", PASSWORD, FACTS))
                .isEqualTo(LINK_UNUSABLE);
        assertThat(service.openLink()).isEmpty();
        provider.database().execute("update account set disabled = true");
        assertThat(service.openLink()).isEmpty();
        provider.database().execute("delete from account");
        assertThat(service.openLink()).isEmpty();
    }

    @Test
    @DisplayName("F30: no link where a file brought an administrator")
    void isNotOfferedWhereThereIsAnAdministrator() {
        provider.addAccount("alice");
        assertThat(service.openLink()).isPresent();
        provider.database().execute("update account set user_groups = 'people\nadministrators'");
        assertThat(service.openLink()).isEmpty();
    }

    @Test
    @DisplayName("F30: the link works for thirty minutes")
    void endsInTime() {
        String token = token();
        provider.clock().forward(Duration.ofMinutes(30).minusMillis(1));
        assertThat(service.usable(token)).isTrue();
        provider.clock().forward(Duration.ofMillis(1));
        assertThat(service.usable(token)).isFalse();
        assertThat(service.createAdministrator(token, "root", PASSWORD, FACTS)).isEqualTo(LINK_UNUSABLE);
        assertThat(provider.database().count("account")).isZero();
    }

    @Test
    @DisplayName("A restart makes a new link, and the old one is dead")
    void replacesAnUnusedLink() {
        String old = token();
        String token = token();
        assertThat(service.usable(old)).isFalse();
        assertThat(service.usable(token)).isTrue();
        assertThat(provider.database().count("setup_link where hash = ?", token))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesAMadeUpLink(String token) {
        token();
        assertThat(service.usable(token)).isFalse();
        assertThat(service.createAdministrator(token, "root", PASSWORD, FACTS)).isEqualTo(LINK_UNUSABLE);
    }

    @Test
    @DisplayName(
            "Break-glass: in the hour after the configured moment a start offers another administrator, and not later")
    void letsInWhoIsLockedOut() {
        Instant moment = MovableClock.START.plus(Duration.ofHours(1));
        RunningProvider node = new RunningProvider(
                provider.database(),
                SampleConfig.production()
                        .with(new AdministrationRules(Set.of("chiefs"), Set.of(), true, moment))
                        .build());
        SetUpService ofNode = node.service(SetUpService.class);
        provider.database()
                .execute("insert into setup_link (hash, created_at, expires_at, used_at) values ('x', 0, 1, 1)");
        assertThat(ofNode.openLink()).isEmpty();
        node.clock().forward(Duration.ofHours(1));
        String first = link(ofNode);
        String token = link(ofNode);
        assertThat(ofNode.usable(first)).as("an older link").isFalse();
        assertThat(ofNode.createAdministrator(token, "root", PASSWORD, FACTS)).isEqualTo(CREATED);
        assertThat(provider.database().texts("select user_groups from account")).containsExactly("chiefs");
        assertThat(provider.audited("recovery_link_opened")).isEqualTo(2);
        node.clock().forward(Duration.ofHours(1));
        assertThat(ofNode.openLink()).isEmpty();
    }

    @Test
    @DisplayName("Break-glass: a moment far ahead is refused, and one that is near is told in the log")
    void armsNothingSilently() {
        assertThatThrownBy(() -> recoveringAt(MovableClock.START.plus(Duration.ofHours(25)))
                        .openLink())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("oidc.administration.recovery");
        List<String> lines = new ArrayList<>();
        Logger log = Logger.getLogger(SetUpService.class.getName());
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getLevel() + " " + line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(listener);
        try {
            recoveringAt(MovableClock.START.plus(Duration.ofHours(23))).openLink();
        } finally {
            log.removeHandler(listener);
        }
        assertThat(lines)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("WARNING oidc.administration.recovery is still to come");
    }

    private SetUpService recoveringAt(Instant moment) {
        return new RunningProvider(
                        provider.database(),
                        SampleConfig.production()
                                .with(new AdministrationRules(Set.of("chiefs"), Set.of(), true, moment))
                                .build())
                .service(SetUpService.class);
    }

    private static String link(SetUpService service) {
        String link = service.openLink().orElseThrow();
        return link.substring(link.indexOf('=') + 1);
    }

    @Test
    @DisplayName("A mistake in the form leaves the link usable")
    void staysUsableAfterAMistake() {
        provider.addAccount("alice");
        String token = token();
        for (String username : new String[] {"", " ", "ALICE", "a\u202Eb", "x".repeat(101)}) {
            assertThat(service.createAdministrator(token, username, PASSWORD, FACTS))
                    .isEqualTo(USERNAME_UNUSABLE);
        }
        assertThat(service.createAdministrator(token, "root", "short", FACTS)).isEqualTo(PASSWORD_TOO_SHORT);
        assertThat(service.createAdministrator(token, "root", "x".repeat(5000), FACTS))
                .isEqualTo(PASSWORD_TOO_LONG);
        assertThat(service.createAdministrator(token, "root", PASSWORD, FACTS)).isEqualTo(CREATED);
    }

    @Test
    @DisplayName("Of four who use the link in the same instant exactly one becomes administrator")
    void createsOneInARace() throws InterruptedException {
        String token = token();
        AtomicInteger racer = new AtomicInteger();
        List<SetUpOutcome> outcomes = Race.run(
                4, () -> service.createAdministrator(token, "root" + racer.incrementAndGet(), PASSWORD, FACTS));
        assertThat(outcomes).filteredOn(CREATED::equals).hasSize(1);
        assertThat(outcomes).filteredOn(LINK_UNUSABLE::equals).hasSize(3);
        assertThat(provider.database().count("account")).isOne();
    }

    private String token() {
        String link = service.openLink().orElseThrow();
        assertThat(link).startsWith("https://id.example.org/setup.xhtml?token=");
        return link.substring(link.indexOf('=') + 1);
    }
}
