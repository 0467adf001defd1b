package org.ostiary.ejb.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.account.OwnPasswordService;
import org.ostiary.ejb.account.PasswordForm;
import org.ostiary.ejb.account.PasswordOutcome;
import org.ostiary.ejb.account.ProfileOutcome;
import org.ostiary.ejb.account.ProfileService;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.factor.TotpService;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleMailServer;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.mail.MailRound;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.reader.ReaderService;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.visit.Visitor;

class PasswordResetTest {

    private static final String ADDRESS = "alice@example.org";
    private static final String NEW = "another horse, another staple";
    private static final Pattern LINK =
            Pattern.compile("https://id\\.example\\.org/reset-password\\.xhtml\\?token=([A-Za-z0-9_-]{43})(?=\\s)");

    private final RunningProvider provider = RunningProvider.emptiedWithMail();
    private final SampleMailServer mailServer = RunningProvider.mailServer();
    private final ForgottenPasswordService forgotten = provider.service(ForgottenPasswordService.class);
    private final ResetRequestService requests = provider.service(ResetRequestService.class);
    private final PasswordResetService resets = provider.service(PasswordResetService.class);
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final String alice = provider.addOwnAccount("alice");

    PasswordResetTest() {
        provider.database().execute("update account set email = ? where id = ?", ADDRESS, alice);
    }

    private ForgottenOutcome ask(String name) {
        Visitor visitor = new Visitor(null, "a browser's handle", RunningProvider.FACTS);
        return forgotten.ask(name, forgotten.form(visitor).formToken(), visitor);
    }

    private void answerAll() {
        while (requests.answerOne()) {
            // The next one.
        }
        MailRound.sendAll(provider);
    }

    /** The tokens of the links that arrived there, the earliest first. */
    private List<String> tokens(String address) {
        return mailServer.textsFor(address).stream()
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .toList();
    }

    private String mailedToken() {
        assertThat(ask("alice")).isEqualTo(ForgottenOutcome.TAKEN);
        answerAll();
        List<String> tokens = tokens(ADDRESS);
        return tokens.get(tokens.size() - 1);
    }

    @Test
    @DisplayName("The mail, and the page behind its link, are in the language that the account chose, used up or not")
    void speaksTheLanguageOfTheAccount() {
        provider.database().execute("update account set language = 'fr' where id = ?", alice);
        String token = mailedToken();
        assertThat(mailServer.subjects()).containsExactly("Choisissez un nouveau mot de passe");
        ReaderService reader = provider.service(ReaderService.class);
        RequestParameters page = RequestParameters.parse("token=" + token);
        Visitor somebody = new Visitor(null, null, RunningProvider.FACTS);
        assertThat(reader.language(page, somebody)).contains(Language.FRENCH);
        assertThat(reset(token, NEW)).isEqualTo(ResetOutcome.CHANGED);
        assertThat(reader.language(page, somebody)).contains(Language.FRENCH);
        provider.database().execute("update account set language = null where id = ?", alice);
        assertThat(reader.language(page, somebody)).isEmpty();
    }

    private ResetOutcome reset(String token, String password) {
        return resets.reset(token, password, RunningProvider.FACTS);
    }

    private boolean letsIn(String password) {
        SampleBrowser fresh = new SampleBrowser(provider);
        String interaction = ((Ask) fresh.start(validRequest())).interaction();
        return fresh.logIn(interaction, "alice", password) instanceof LoggedIn;
    }

    @Test
    @DisplayName(
            "By username or address, however it is written, a link comes that sets a new password; the old one is dead")
    void resets() {
        assertThat(ask("ALICE ")).isEqualTo(ForgottenOutcome.TAKEN);
        assertThat(ask("Alice@Example.ORG")).isEqualTo(ForgottenOutcome.TAKEN);
        answerAll();
        List<String> tokens = tokens(ADDRESS);
        assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
        assertThat(resets.username(tokens.get(0))).contains("alice");
        assertThat(reset(tokens.get(0), NEW)).isEqualTo(ResetOutcome.CHANGED);
        assertThat(letsIn(NEW)).isTrue();
        assertThat(letsIn(RunningProvider.PASSWORD)).isFalse();
        assertThat(provider.audited("password_reset_requested")).isEqualTo(2);
        assertThat(provider.audited("password_reset")).isOne();
    }

    @Test
    @DisplayName(
            "The mail says who asked from where and until when the link works, and its owner is told when it was used")
    void tells() {
        String token = mailedToken();
        assertThat(mailServer.textsFor(ADDRESS).get(0))
                .contains("your account alice at id.example.org")
                .contains("until 1 March 2026, 12:15 UTC")
                .contains("From: 192.0.2.7")
                .contains("Request id: request-1");
        reset(token, NEW);
        MailRound.sendAll(provider);
        assertThat(mailServer.subjects())
                .containsExactly("Choose a new password", "Your password was changed by a link in a mail");
    }

    @Test
    @DisplayName("A link works once, and looking at it uses nothing up")
    void worksOnce() {
        String token = mailedToken();
        assertThat(resets.username(token)).isPresent();
        assertThat(resets.username(token)).isPresent();
        assertThat(reset(token, "short")).isEqualTo(ResetOutcome.TOO_SHORT);
        assertThat(reset(token, "x".repeat(1025))).isEqualTo(ResetOutcome.TOO_LONG);
        assertThat(reset(token, NEW)).isEqualTo(ResetOutcome.CHANGED);
        assertThat(reset(token, NEW)).isEqualTo(ResetOutcome.LINK_UNUSABLE);
        assertThat(resets.username(token)).isEmpty();
        assertThat(provider.database().count("audit_record where rule = 'reset-link'"))
                .isOne();
    }

    @Test
    @DisplayName("Of many who use a link in the same instant one sets a password")
    void worksOnceInARace() throws InterruptedException {
        String token = mailedToken();
        List<ResetOutcome> outcomes = Race.run(4, () -> reset(token, NEW));
        assertThat(Collections.frequency(outcomes, ResetOutcome.CHANGED)).isOne();
        assertThat(provider.audited("password_reset")).isOne();
    }

    @Test
    @DisplayName("A link works a quarter of an hour, and one that never was does not")
    void expires() {
        String token = mailedToken();
        provider.clock().forward(SampleConfig.RESET_LIFESPAN.minusSeconds(1));
        assertThat(resets.username(token)).isPresent();
        provider.clock().forward(Duration.ofSeconds(1));
        assertThat(resets.username(token)).isEmpty();
        assertThat(reset(token, NEW)).isEqualTo(ResetOutcome.LINK_UNUSABLE);
        assertThat(reset("", NEW)).isEqualTo(ResetOutcome.LINK_UNUSABLE);
    }

    @Test
    @DisplayName("S28: a reset ends all sessions, what was granted in them, and every other link")
    void endsEverything() {
        browser.codeFor(validRequest(), "alice");
        ask("alice");
        String token = mailedToken();
        String other = tokens(ADDRESS).get(0);
        assertThat(other).isNotEqualTo(token);
        assertThat(reset(token, NEW)).isEqualTo(ResetOutcome.CHANGED);
        assertThat(provider.signedIn(browser.sessionCookie())).isEmpty();
        assertThat(provider.database().count("oauth_grant where revoked_at is not null"))
                .isOne();
        assertThat(reset(other, NEW)).isEqualTo(ResetOutcome.LINK_UNUSABLE);
    }

    @Test
    @DisplayName("Another password or address, and a disabled account, make links worthless")
    void endsLinks() {
        browser.codeFor(validRequest(), "alice");
        String first = mailedToken();
        OwnPasswordService passwords = provider.service(OwnPasswordService.class);
        PasswordForm form = new PasswordForm(RunningProvider.PASSWORD, NEW, passwords.formToken(browser.visitor()));
        assertThat(passwords.change(form, browser.visitor())).isEqualTo(PasswordOutcome.CHANGED);
        assertThat(reset(first, NEW)).isEqualTo(ResetOutcome.LINK_UNUSABLE);

        String second = mailedToken();
        ProfileService profile = provider.service(ProfileService.class);
        assertThat(profile.changeEmail("new@example.org", profile.formToken(browser.visitor()), browser.visitor()))
                .isEqualTo(ProfileOutcome.CHANGED);
        assertThat(reset(second, NEW)).isEqualTo(ResetOutcome.LINK_UNUSABLE);

        ask("alice");
        answerAll();
        String third = tokens("new@example.org").get(0);
        provider.disableAccount("alice");
        assertThat(resets.username(third)).isEmpty();
        assertThat(reset(third, NEW)).isEqualTo(ResetOutcome.LINK_UNUSABLE);
    }

    @Test
    @DisplayName("F05, F06: every name gets the same answer for the same statements")
    void tellsNothing() {
        provider.addOwnAccount("without-address");
        String disabled = provider.addOwnAccount("disabled");
        provider.database()
                .execute("update account set email = 'd@example.org', disabled = true where id = ?", disabled);
        String imported = provider.addAccount("imported");
        provider.database().execute("update account set email = 'i@example.org' where id = ?", imported);
        ask("opens the counter");
        for (String name : List.of(
                "alice",
                ADDRESS,
                "nobody",
                "nobody@example.org",
                "without-address",
                "disabled",
                "imported",
                "\uD800@x")) {
            int before = provider.database().statements();
            assertThat(ask(name)).as(name).isEqualTo(ForgottenOutcome.TAKEN);
            assertThat(provider.database().statements() - before).as(name).isEqualTo(4);
        }
        answerAll();
        assertThat(mailServer.textsFor(ADDRESS)).hasSize(2);
        assertThat(mailServer.textsFor("d@example.org")).isEmpty();
        assertThat(mailServer.textsFor("i@example.org"))
                .singleElement()
                .asString()
                .contains("Ask whoever manages that directory")
                .doesNotContain("token=");
        assertThat(provider.database().count("password_reset_request")).isZero();
    }

    @Test
    @DisplayName("An address of several accounts gets a mail for each, of those that were confirmed first")
    void servesAllAccountsOfAnAddress() {
        for (int each = 0; each < 6; each++) {
            String id = provider.addOwnAccount("other" + each);
            provider.database()
                    .execute("update account set email = ?, email_verified = ? where id = ?", ADDRESS, each == 5, id);
        }
        ask(ADDRESS);
        answerAll();
        assertThat(mailServer.textsFor(ADDRESS))
                .hasSize(ResetRequestService.MOST_ACCOUNTS)
                .anyMatch(text -> text.contains("your account other5 "));
    }

    @Test
    @DisplayName("An account gets three mails an hour, whoever asks")
    void limitsMailsOfAnAccount() {
        for (int each = 0; each < 5; each++) {
            assertThat(ask("alice")).isEqualTo(ForgottenOutcome.TAKEN);
        }
        answerAll();
        assertThat(tokens(ADDRESS)).hasSize(3);
        assertThat(provider.database().count("audit_record where reason = 'too many mails'"))
                .isEqualTo(2);
        provider.clock().forward(Duration.ofHours(1));
        ask("alice");
        answerAll();
        assertThat(tokens(ADDRESS)).hasSize(4);
    }

    @Test
    @DisplayName("F12: a place asks twenty times an hour, with IPv6 a whole /64")
    void limitsAPlace() {
        for (int each = 0; each < 20; each++) {
            assertThat(askFrom("2001:db8::" + each)).isEqualTo(ForgottenOutcome.TAKEN);
        }
        assertThat(askFrom("2001:db8::ffff")).isEqualTo(ForgottenOutcome.TOO_MANY);
        assertThat(askFrom("2001:db8:0:1::1")).isEqualTo(ForgottenOutcome.TAKEN);
        provider.clock().forward(Duration.ofHours(1));
        assertThat(askFrom("2001:db8::ffff")).isEqualTo(ForgottenOutcome.TAKEN);
        assertThat(provider.database().count("audit_record where rule = 'resets-per-address'"))
                .isOne();
    }

    private ForgottenOutcome askFrom(String ip) {
        Visitor visitor = new Visitor(null, "handle", new RequestFacts("request-1", ip, ""));
        return forgotten.ask("nobody", forgotten.form(visitor).formToken(), visitor);
    }

    @Test
    @DisplayName("F03: a form counts once and for its own browser; nothing and too much are no names")
    void refusesForms() {
        Visitor visitor = new Visitor(null, "handle", RunningProvider.FACTS);
        String token = forgotten.form(visitor).formToken();
        Visitor other = new Visitor(null, "other", RunningProvider.FACTS);
        assertThat(forgotten.ask("alice", token, other)).isEqualTo(ForgottenOutcome.STALE_FORM);
        assertThat(forgotten.ask("alice", token, visitor)).isEqualTo(ForgottenOutcome.TAKEN);
        assertThat(forgotten.ask("alice", token, visitor)).isEqualTo(ForgottenOutcome.STALE_FORM);
        assertThat(forgotten.ask("alice", token, new Visitor(null, null, RunningProvider.FACTS)))
                .isEqualTo(ForgottenOutcome.STALE_FORM);
        assertThat(ask(" ")).isEqualTo(ForgottenOutcome.UNUSABLE);
        assertThat(ask("x".repeat(255))).isEqualTo(ForgottenOutcome.UNUSABLE);
        assertThat(ask("alice\0@example.org")).isEqualTo(ForgottenOutcome.UNUSABLE);
        assertThat(forgotten
                        .form(new Visitor(null, null, RunningProvider.FACTS))
                        .browserCookie())
                .isNotNull();
        assertThat(forgotten.form(visitor).browserCookie()).isNull();
    }

    @Test
    @DisplayName("Each request is answered by one node, and never when nobody waits for it any more")
    void answersOnce() throws InterruptedException {
        ask("alice");
        ResetRequestService other = provider.anotherNode().service(ResetRequestService.class);
        List<Boolean> answered =
                Race.run(8, () -> (Thread.currentThread().getId() % 2 == 0 ? requests : other).answerOne());
        assertThat(Collections.frequency(answered, true)).isOne();
        MailRound.sendAll(provider);
        assertThat(tokens(ADDRESS)).hasSize(1);

        ask("alice");
        provider.clock().forward(Duration.ofHours(2));
        answerAll();
        assertThat(tokens(ADDRESS)).hasSize(1);
    }

    @Test
    @DisplayName("Neither the link nor what was typed stands in the database")
    void keepsSecrets() {
        ask("a canary");
        assertThat(provider.database().texts("select sealed_name from password_reset_request"))
                .noneMatch(stored -> stored.contains("canary"));
        ask("alice");
        while (requests.answerOne()) {
            // The next one.
        }
        List<String> sealed = provider.database().texts("select sealed_text from outgoing_mail");
        MailRound.sendAll(provider);
        String token = tokens(ADDRESS).get(0);
        assertThat(sealed).singleElement().asString().doesNotContain(token);
        assertThat(provider.database().texts("select hash from password_reset_link"))
                .singleElement()
                .asString()
                .isNotEqualTo(token);
    }

    @Test
    @DisplayName("A reset leaves second factors alone and logs nobody in")
    void leavesFactorsAlone() {
        browser.codeFor(validRequest(), "alice");
        provider.service(TotpService.class).remember(alice, "app", new byte[20], 0, RunningProvider.FACTS);
        String token = mailedToken();
        reset(token, NEW);
        assertThat(provider.database().count("totp_credential")).isOne();
        assertThat(provider.database().count("login_session where ended_at is null"))
                .isZero();
    }

    @Test
    @DisplayName("Without a mail session, or switched off, it is not offered")
    void isNotAlwaysOffered() {
        assertThat(forgotten.offered()).isTrue();
        assertThat(RunningProvider.emptied()
                        .service(ForgottenPasswordService.class)
                        .offered())
                .isFalse();
        assertThat(RunningProvider.withMail(SampleConfig.production().withoutPasswordReset())
                        .service(ForgottenPasswordService.class)
                        .offered())
                .isFalse();
    }
}
