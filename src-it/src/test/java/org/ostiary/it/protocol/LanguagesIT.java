package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClients;

/** Every page is in the language of its reader (OIDC Core 1.0, section 3.1.2.1). */
@OnEveryServer
class LanguagesIT {

    private static final String ARABIC = " lang=\"ar\" dir=\"rtl\">";
    private static final String GERMAN = " lang=\"de\" dir=\"ltr\">";

    private final OstiaryServer server;
    private final RelyingParty application;

    LanguagesIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.EXPLICIT_CONSENT);
    }

    @Test
    @DisplayName("ui_locales counts on every page of the interaction, before what the account and the browser say")
    void followsTheApplication() {
        Journey journey = new Journey(server);
        Answer login = journey.open(
                application.validRequest().with("ui_locales", "pt ar-EG de").with("scope", "openid email"));
        assertThat(login.body()).contains(ARABIC, "تسجيل الدخول", "كلمة المرور");

        Answer wrong = journey.logIn(login, "bob", "guess");
        assertThat(wrong.body()).contains(ARABIC, "لا يتيح لك اسم المستخدم");
        Answer consent = journey.logIn(wrong, TestAccounts.BOB.username(), TestAccounts.BOB.password());
        assertThat(consent.body()).contains(ARABIC, "هل تسمح بالوصول؟", "الاطلاع على بريدك الإلكتروني");

        Answer out = journey.open(server.address().resolve(consent.linkOf("consent-switch")));
        assertThat(out.body()).as("the way to another account").contains(ARABIC, "logout-confirm");
        UserAgent browser = journey.browser();
        Answer stale = browser.post(
                out.form().action(), out.form().press("logout-confirm").with("form-token", "stale"));
        assertThat(stale.body()).contains(ARABIC, "logout-error");
        assertThat(new Journey(server, browser)
                        .follow(browser.post(out.form().action(), out.form().press("logout-cancel")))
                        .body())
                .contains(ARABIC);

        URI page = consent.uri();
        journey.arrived(journey.allow(consent));
        Answer over = journey.browser().get(page);
        assertThat(over.body()).contains(ARABIC, "اكتمل تسجيل الدخول هذا من قبل");
    }

    @Test
    @DisplayName("Then comes the language of the account, then the browser's, then the operator's")
    void followsTheAccountAndTheBrowser() {
        UserAgent bob = signedIn(TestAccounts.GRACE);
        Answer choice = bob.get(server.endpoint("/account/language"));
        assertThat(choice.body()).contains("Deutsch", "Français", "Español", "العربية");
        bob.post(choice.form().action(), choice.form().parameters().with("language", "de"));

        assertThat(bob.send(asking("/account", "fr")).body()).contains(GERMAN, "Benutzername");
        assertThat(bob.send(asking("/logout.xhtml", "fr")).body()).contains(GERMAN, "Abmelden?");

        UserAgent nobody = new UserAgent();
        assertThat(nobody.send(asking("/", "fr-CA, en;q=0.5")).body()).contains(" lang=\"fr\" dir=\"ltr\">");
        assertThat(nobody.send(asking("/", "pt;q=0.9")).body()).contains(" lang=\"en\" dir=\"ltr\">");
        assertThat(nobody.send(asking("/", "-, ;;")).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Whoever comes by a link in a mail signs in in the language of the mail, and then reads their own")
    void followsTheMail() {
        Journey journey = new Journey(server);
        Answer login = journey.open(server.endpoint("/account/email?ui_locales=de"));
        assertThat(login.body()).contains(GERMAN, "Passwort");
        Answer wrong = journey.logIn(login, "bob", "guess");
        assertThat(wrong.body()).contains(GERMAN, "login-error");
        Answer arrived = journey.logIn(wrong, TestAccounts.BOB.username(), TestAccounts.BOB.password());
        assertThat(arrived.uri().toString()).endsWith("/account/email");
        assertThat(arrived.body()).contains(" lang=\"en\" dir=\"ltr\">");
    }

    @Test
    @DisplayName("Errors speak to people in their language, and to programs in English")
    void tellsErrors() {
        UserAgent nobody = new UserAgent();
        assertThat(nobody.send(asking("/nothing-here", "de")).body())
                .contains(GERMAN, "Unter dieser Adresse gibt es nichts");
        assertThat(nobody.send(asking("/api/oidc/authorization?client_id=nobody&ui_locales=es", "de"))
                        .body())
                .contains(" lang=\"es\" dir=\"ltr\">", "Este inicio de sesión no puede continuar");
        assertThat(nobody.send(asking("/api/oidc/nothing-here", "de")).body())
                .contains("error_description", "address")
                .doesNotContain("Adresse");
    }

    @Test
    @DisplayName("OIDC RP-Initiated Logout 1.0, section 2: ui_locales, also when nobody is signed in any more")
    void followsTheApplicationOut() {
        UserAgent bob = signedIn(TestAccounts.BOB);
        Answer question =
                new Journey(server, bob).follow(bob.get(server.endpoint("/api/oidc/end-session?ui_locales=es")));
        assertThat(question.body()).contains(" lang=\"es\" dir=\"ltr\">", "¿Cerrar sesión?");
        Answer out = new Journey(server, bob)
                .follow(bob.post(question.form().action(), question.form().press("logout-confirm")));
        assertThat(out.body()).contains(" lang=\"es\" dir=\"ltr\">", "Ha cerrado la sesión");
    }

    private HttpRequest.Builder asking(String path, String languages) {
        return HttpRequest.newBuilder(server.endpoint(path)).GET().header("Accept-Language", languages);
    }

    private UserAgent signedIn(TestAccount account) {
        Journey journey = new Journey(server);
        journey.authorize(application.validRequest(), account);
        return journey.browser();
    }
}
