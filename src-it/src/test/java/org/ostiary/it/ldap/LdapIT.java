package org.ostiary.it.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClients;
import org.ostiary.it.server.TlsIdentity;

/** People of a real directory, over StartTLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LdapIT {

    private static final String PASSWORD = "a secret of outside";

    @TempDir
    private static Path files;

    private Slapd slapd;
    private TlsIdentity trusted;
    private TlsIdentity untrusted;
    private TlsIdentity ofAnotherName;
    private OstiaryServer server;

    @BeforeAll
    void start() throws IOException, LDAPException {
        trusted = TlsIdentity.of("localhost", files);
        untrusted = TlsIdentity.of("localhost", Files.createDirectories(files.resolve("other")));
        ofAnotherName = TlsIdentity.of("elsewhere.example", files);
        Path trust = Files.writeString(
                files.resolve("trust.pem"),
                Files.readString(trusted.certificate()) + Files.readString(ofAnotherName.certificate()));
        slapd = Slapd.start(Files.createDirectories(files.resolve("slapd")), trusted);
        server = Servers.fresh(
                Flavour.MICRO_H2,
                ServerSettings.standard()
                        .withAll(Map.of(
                                "oidc.ldap.address",
                                slapd.address(),
                                "oidc.ldap.start-tls",
                                "true",
                                "oidc.ldap.tls.trust-file",
                                trust.toString(),
                                "oidc.ldap.base-dn",
                                Slapd.BASE,
                                "oidc.ldap.additional-users-dn",
                                "ou=people",
                                "oidc.ldap.user",
                                Slapd.SERVICE,
                                "oidc.ldap.password",
                                Slapd.SERVICE_PASSWORD,
                                "oidc.ldap.timeout",
                                "2s",
                                "oidc.ldap.refresh-interval",
                                "1s"))
                        .with(
                                "oidc.ldap.users-filter",
                                "(&(|(uid={input})(mail={input}))(objectClass=inetOrgPerson)(!(employeeType=locked)))")
                        .with("oidc.ldap.groups-filter", "(&(member={dn})(objectClass=groupOfNames))"));
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
        slapd.close();
    }

    @Test
    @DisplayName("Somebody of the directory logs in by name or mail address, and userinfo has what it says")
    void logsInAndDescribes() throws LDAPException {
        slapd.addPerson("dagmar", PASSWORD);
        slapd.addGroup("night shift", "dagmar");
        slapd.addGroup("staff", "dagmar");
        Map<String, Object> told = userinfo("dagmar");
        assertThat(told)
                .containsEntry("preferred_username", "dagmar")
                .containsEntry("name", "dagmar of Outside")
                .containsEntry("given_name", "dagmar")
                .containsEntry("family_name", "Of Outside")
                .containsEntry("email", "dagmar@example.org");
        assertThat(String.valueOf(told.get("groups"))).contains("night shift").contains("staff");
        assertThat(userinfo("dagmar@example.org")).containsEntry("sub", told.get("sub"));
    }

    @Test
    @DisplayName("S19: who is renamed keeps the sub; who is deleted and made anew gets another")
    void keysBySomethingThatNeverChanges() throws LDAPException {
        slapd.addPerson("edda", PASSWORD);
        Object sub = userinfo("edda").get("sub");
        slapd.rename("edda", "edda2");
        assertThat(userinfo("edda2")).containsEntry("sub", sub).containsEntry("preferred_username", "edda2");
        assertThat(refused("edda", PASSWORD)).isEqualTo(200);

        slapd.delete("edda2");
        assertThat(refused("edda2", PASSWORD)).isEqualTo(200);
        slapd.addPerson("edda2", PASSWORD);
        assertThat(userinfo("edda2").get("sub")).isNotEqualTo(sub);
    }

    @Test
    @DisplayName("Who is locked in the directory gets no tokens any more, and cannot log in")
    void noticesALock() throws LDAPException {
        slapd.addPerson("falk", PASSWORD);
        RelyingParty application = new RelyingParty(server, TestClients.REFRESHING);
        Tokens tokens = application.tokensFor(
                new TestAccount("falk", PASSWORD),
                AuthorizationRequest.valid(TestClients.REFRESHING)
                        .with("scope", "openid offline_access")
                        .with("prompt", "consent"));
        slapd.replace("falk", "employeeType", "locked");
        Answer answer = application.refresh(tokens.member("refresh_token")).send();
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (answer.status() == 200 && Instant.now().isBefore(end)) {
            answer = application
                    .refresh(String.valueOf(answer.json().get("refresh_token")))
                    .send();
        }
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_grant");
        assertThat(refused("falk", PASSWORD)).isEqualTo(200);
        slapd.replace("falk", "employeeType", "staff");
        assertThat(userinfo("falk")).containsEntry("preferred_username", "falk");
    }

    @Test
    @DisplayName("RFC 4513 5.1.2, RFC 4515 3: no password, a wrong one, and names that are pieces of a filter")
    void refusesWhatIsWrong() throws LDAPException {
        slapd.addPerson("gesa", PASSWORD);
        for (String name : List.of("*", "ges*", "*)(uid=*", "gesa)(objectClass=*", "gesa\\2a", "nobody", "ges\\61")) {
            assertThat(refused(name, PASSWORD)).as(name).isEqualTo(200);
        }
        assertThat(refused("gesa", "wrong")).isEqualTo(200);
        assertThat(refused("gesa", "")).isEqualTo(200);
        assertThat(userinfo("gesa")).containsEntry("preferred_username", "gesa");
    }

    @Test
    @DisplayName("F05: an account of our own keeps its name")
    void prefersOurOwn() throws LDAPException {
        slapd.addPerson("alice", PASSWORD);
        assertThat(refused("alice", PASSWORD)).isEqualTo(200);
        assertThat(userinfo(server, TestAccounts.ALICE).get("name")).isNotEqualTo("alice of Outside");
    }

    @Test
    @DisplayName("RFC 4511 4.1.10: a referral is not followed")
    void followsNoReferral() throws IOException, LDAPException {
        try (ServerSocket elsewhere = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(500);
            String evil = "ldap://127.0.0.1:" + elsewhere.getLocalPort();
            slapd.addReferral("uid=hanno," + Slapd.PEOPLE, evil + "/uid=hanno,ou=people,dc=evil");
            slapd.addReferral("ou=elsewhere," + Slapd.PEOPLE, evil + "/ou=people,dc=evil");
            slapd.addPerson("ilse", PASSWORD);
            assertThat(refused("hanno", PASSWORD)).isEqualTo(200);
            assertThat(userinfo("ilse")).containsEntry("preferred_username", "ilse");
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(elsewhere::accept);
        }
    }

    @Test
    @DisplayName(
            "While the directory is away or cannot be trusted, all failures say so alike, and our own accounts log in")
    void survivesWithoutTheDirectory() throws LDAPException {
        slapd.addPerson("jutta", PASSWORD);
        assertThat(userinfo("jutta")).containsEntry("preferred_username", "jutta");
        slapd.close();
        try {
            isAway();
            for (TlsIdentity wrong : List.of(untrusted, ofAnotherName)) {
                slapd.restart(wrong);
                Instant pauseIsOver = Instant.now().plus(Duration.ofSeconds(7));
                while (Instant.now().isBefore(pauseIsOver)) {
                    isAway();
                }
            }
        } finally {
            slapd.restart(trusted);
        }
        int status = refused("jutta", "wrong");
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (status == 503 && Instant.now().isBefore(end)) {
            status = refused("jutta", "wrong");
        }
        assertThat(userinfo("jutta")).containsEntry("preferred_username", "jutta");
    }

    private void isAway() {
        for (String name : List.of("jutta", "nobody", "bob")) {
            Answer answer = new Newcomer(server, name, PASSWORD).refused();
            assertThat(answer.status()).as(name).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isPresent();
            assertThat(answer.body()).contains("We cannot check your password at the moment");
        }
        assertThat(userinfo(server, TestAccounts.BOB)).containsKey("sub");
        assertThat(server.ready()).isTrue();
    }

    private Map<String, Object> userinfo(String username) {
        return new Newcomer(server, username, PASSWORD).userinfo();
    }

    private static Map<String, Object> userinfo(OstiaryServer server, TestAccount account) {
        return new Newcomer(server, account.username(), account.password()).userinfo();
    }

    /** The status of the page that refuses the login. */
    private int refused(String username, String password) {
        return new Newcomer(server, username, password).refused().status();
    }
}
