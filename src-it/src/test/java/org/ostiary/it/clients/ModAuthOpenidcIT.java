package org.ostiary.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Ports;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;

/** Apache with Debian's mod_auth_openidc, a client older than much of what Ostiary asks of new ones. */
@DisplayName("mod_auth_openidc")
class ModAuthOpenidcIT {
    private static final List<Integer> PORTS = Ports.free(3);
    /** As the module does by default: no PKCE, client_secret_basic. */
    private static final Apache.Host PLAIN = new Apache.Host("apache-plain", PORTS.get(0));
    /** S256, client_secret_post, and the access token in the body of the userinfo request. */
    private static final Apache.Host PKCE = new Apache.Host("apache-pkce", PORTS.get(1));
    /** S256 and response_mode=form_post. */
    private static final Apache.Host FORM_POST = new Apache.Host("apache-form-post", PORTS.get(2));

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private static Path pages;

    private static OstiaryServer server;
    private static Apache apache;

    @BeforeAll
    static void start() {
        List<Registration> clients = List.of(
                new Registration(PLAIN.clientId(), "client_secret_basic", PLAIN.redirectUri(), false),
                new Registration(PKCE.clientId(), "client_secret_post", PKCE.redirectUri(), true),
                new Registration(FORM_POST.clientId(), "client_secret_basic", FORM_POST.redirectUri(), true));
        server = Servers.fresh(
                Flavour.MICRO_H2,
                ServerSettings.standard()
                        .withAll(Registration.configurationOf(clients))
                        .with("oidc.outbound.allowed-addresses", "127.0.0.1")
                        .with(told(PLAIN, "backchannel"), PLAIN.redirectUri() + "?logout=backchannel")
                        .with(told(PKCE, "frontchannel"), PKCE.redirectUri() + "?logout=get"));
        server.start();
        apache = Apache.start(server.issuer(), pages, hosts().toList());
    }

    private static String told(Apache.Host host, String channel) {
        return "oidc.client." + host.clientId() + "." + channel + "-logout-uri";
    }

    @AfterAll
    static void stop() {
        apache.close();
        server.close();
    }

    static Stream<Apache.Host> hosts() {
        return Stream.of(PLAIN, PKCE, FORM_POST);
    }

    static Stream<Apache.Host> hostsOfQueryResponses() {
        return Stream.of(PLAIN, PKCE);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    @DisplayName("OIDC Core 3.1: the person reaches the protected page, which knows the name")
    void letsAPersonIn(Apache.Host host) {
        Answer page = new Person(server, TestAccounts.ALICE).enter(host.page());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<p id=\"remote-user\">alice</p>")
                .contains("<p id=\"preferred-username\">alice</p>")
                .contains("<p id=\"issuer\">" + server.issuer() + "</p>");
    }

    @Test
    @DisplayName("RFC 6749 4.1.2.1: a person who denies learns so from the module's error page")
    void tellsAPersonWhoDenies() {
        Answer page = new Person(server, TestAccounts.ALICE).refuse(FORM_POST.page());

        assertThat(page.body())
                .contains("<title>Error</title>")
                .contains("OpenID Connect Provider error: access_denied");
    }

    /**
     * The module takes an error in the query that names its issuer, as RFC 9207 demands, for a login that somebody else
     * wants to start. Its page then speaks of that, but nobody gets in.
     */
    @ParameterizedTest
    @MethodSource("hostsOfQueryResponses")
    @DisplayName("RFC 9207 2: a denial in the query, with iss, ends in the module's error page")
    void keepsAPersonOutWhoDenies(Apache.Host host) {
        Answer page = new Person(server, TestAccounts.ALICE).refuse(host.page());

        assertThat(page.body()).contains("<title>Error</title>").doesNotContain("remote-user");
    }

    @Test
    @DisplayName("OIDC Core 3.1: a person who entered stays in without asking the provider again")
    void remembersThePerson() {
        Person person = new Person(server, TestAccounts.BOB);
        person.enter(PLAIN.page());

        assertThat(person.look(PLAIN.page()).body()).contains("<p id=\"remote-user\">bob</p>");
    }

    @ParameterizedTest
    @MethodSource("hostsOfQueryResponses")
    @DisplayName(
            "OIDC Back-Channel and Front-Channel Logout 1.0: who signs out at the provider is out of the module, others are not")
    void signsThePersonOut(Apache.Host host) throws InterruptedException {
        Person person = new Person(server, TestAccounts.BOB);
        Person elsewhere = new Person(server, TestAccounts.BOB);
        person.enter(host.page());
        elsewhere.enter(host.page());
        assertThat(person.look(host.page()).status()).isEqualTo(200);

        person.signOut();

        assertThat(endsWithin(PATIENCE, person, host)).isTrue();
        assertThat(elsewhere.look(host.page()).status()).isEqualTo(200);
    }

    private static boolean endsWithin(Duration most, Person person, Apache.Host host) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (person.look(host.page()).status() == 200 && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        return person.look(host.page()).redirects();
    }
}
