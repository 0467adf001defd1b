package org.ostiary.it.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TlsIdentity;

/** People of a real directory who bind as themselves, over LDAPS, without a service account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnBindIT {

    private static final String PASSWORD = "a secret of outside";

    @TempDir
    private static Path files;

    private Slapd slapd;
    private OstiaryServer server;

    @BeforeAll
    void start() throws IOException, LDAPException {
        TlsIdentity identity = TlsIdentity.of("localhost", files);
        slapd = Slapd.start(Files.createDirectories(files.resolve("slapd")), identity);
        server = Servers.fresh(
                Flavour.MICRO_POSTGRES,
                ServerSettings.standard()
                        .with("oidc.ldap.address", slapd.secureAddress())
                        .with("oidc.ldap.implementation", "rfc2307bis")
                        .with("oidc.ldap.tls.trust-file", identity.certificate().toString())
                        .with("oidc.ldap.base-dn", Slapd.BASE)
                        .with("oidc.ldap.user-bind-dn", "uid={username}," + Slapd.PEOPLE));
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
        slapd.close();
    }

    @Test
    @DisplayName(
            "Somebody who binds as themselves is described by what they may read, and keeps the sub when they return")
    void logsInAndDescribes() throws LDAPException {
        slapd.addPerson("kuno", PASSWORD);
        slapd.addGroup("day shift", "kuno");
        Map<String, Object> told = new Newcomer(server, "kuno", PASSWORD).userinfo();
        assertThat(told).containsEntry("preferred_username", "kuno").containsEntry("email", "kuno@example.org");
        assertThat(told.get("groups")).isEqualTo(List.of("day shift"));
        assertThat(new Newcomer(server, "KUNO", PASSWORD).userinfo()).containsEntry("sub", told.get("sub"));
    }

    @Test
    @DisplayName("RFC 4513 5.1.2, RFC 4514 2.4: no password, a wrong one, and names that are pieces of a name")
    void refusesWhatIsWrong() throws LDAPException {
        slapd.addPerson("lene", PASSWORD);
        for (String password : List.of("", "wrong")) {
            assertThat(new Newcomer(server, "lene", password).refused().status())
                    .isEqualTo(200);
        }
        for (String name :
                List.of("lene,ou=people,dc=example,dc=org", "lene+cn=lene", "*", "\\6cene", "lene@example.org")) {
            assertThat(new Newcomer(server, name, PASSWORD).refused().status())
                    .as(name)
                    .isEqualTo(200);
        }
        assertThat(new Newcomer(server, "lene", PASSWORD).userinfo()).containsEntry("preferred_username", "lene");
    }
}
