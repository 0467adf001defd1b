package org.ostiary.ejb.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.util.LDAPSDKException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.LdapAttributes;
import org.ostiary.ejb.config.LdapConfig;

/** A directory in memory on a port of loopback; the real one is asked in the integration tests. */
final class SampleDirectory {

    static final String PASSWORD = "a secret of outside";
    private static final String BASE = "dc=example,dc=org";
    private static final String PEOPLE = "ou=people," + BASE;

    private final InMemoryDirectoryServer server;
    private final int port;

    SampleDirectory() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.addAdditionalBindCredentials("cn=service", "service");
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getLoopbackAddress(), 0, null));
            server = new InMemoryDirectoryServer(config);
            server.startListening();
            port = server.getListenPort();
            server.add("dn: " + BASE, "objectClass: domain", "dc: example");
            empty();
        } catch (LDAPSDKException e) {
            throw new IllegalStateException(e);
        }
    }

    LdapConfig config(@Nullable String userBind) {
        return new LdapConfig(
                List.of(URI.create("ldap://127.0.0.1:" + port)),
                false,
                null,
                Duration.ofSeconds(10),
                3,
                PEOPLE,
                "(&(|(uid={input})(mail={input}))(!(employeeType=locked)))",
                "ou=groups," + BASE,
                "(member={dn})",
                new LdapAttributes("entryUUID", "uid", "displayName", "givenName", "sn", "mail", "memberOf", "cn"),
                userBind == null ? "cn=service" : null,
                userBind == null ? "service" : null,
                null,
                userBind,
                true,
                Duration.ofMinutes(5));
    }

    void empty() {
        run(() -> {
            if (server.getEntry(PEOPLE) != null) {
                server.deleteSubtree(PEOPLE);
                server.deleteSubtree("ou=groups," + BASE);
            }
            server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
            server.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
        });
    }

    void add(String uid) {
        run(() -> server.add(
                "dn: uid=" + uid + "," + PEOPLE,
                "objectClass: inetOrgPerson",
                "uid: " + uid,
                "cn: " + uid,
                "sn: Of Outside",
                "displayName: " + uid + " of Outside",
                "mail: " + uid + "@example.org",
                "userPassword: " + PASSWORD));
    }

    void addMail(String uid, String mail) {
        modify(uid, "add: mail", "mail: " + mail);
    }

    void addGroup(String name, String uid) {
        run(() -> server.add(
                "dn: cn=" + name + ",ou=groups," + BASE,
                "objectClass: groupOfNames",
                "cn: " + name,
                "member: uid=" + uid + "," + PEOPLE));
    }

    void removeGroup(String name) {
        run(() -> server.delete("cn=" + name + ",ou=groups," + BASE));
    }

    void modify(String uid, String... change) {
        String[] lines = new String[change.length + 2];
        lines[0] = "dn: uid=" + uid + "," + PEOPLE;
        lines[1] = "changetype: modify";
        System.arraycopy(change, 0, lines, 2, change.length);
        run(() -> server.modify(lines));
    }

    void rename(String uid, String newUid) {
        run(() -> server.modifyDN("uid=" + uid + "," + PEOPLE, "uid=" + newUid, true));
    }

    void delete(String uid) {
        run(() -> server.delete("uid=" + uid + "," + PEOPLE));
    }

    void removeBases() {
        run(() -> {
            server.deleteSubtree(PEOPLE);
            server.deleteSubtree("ou=groups," + BASE);
        });
    }

    void goAway() {
        server.shutDown(true);
    }

    void comeBack() {
        run(server::startListening);
    }

    private interface Step {
        void run() throws LDAPSDKException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (LDAPSDKException e) {
            throw new IllegalStateException(e);
        }
    }
}
