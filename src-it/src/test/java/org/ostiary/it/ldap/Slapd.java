package org.ostiary.it.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.controls.ManageDsaITRequestControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ostiary.it.clients.ForeignProgram;
import org.ostiary.it.clients.TestTools;
import org.ostiary.it.server.Ports;
import org.ostiary.it.server.TlsIdentity;

/** Debian's OpenLDAP server as a process with a configuration, data and ports of its own: one for StartTLS, one for LDAPS. */
final class Slapd implements AutoCloseable {

    static final String BASE = "dc=example,dc=org";
    static final String PEOPLE = "ou=people," + BASE;
    static final String SERVICE = "cn=ostiary," + BASE;
    static final String SERVICE_PASSWORD = "the service account's secret";
    private static final String ADMINISTRATOR = "cn=admin," + BASE;

    private final Path directory;
    private final int port = Ports.free();
    private final int securePort = Ports.free();
    private ForeignProgram program;

    private Slapd(Path directory, TlsIdentity identity) {
        this.directory = directory;
        this.program = launch(identity);
    }

    /** Starts one with nobody in it but the service account. */
    static Slapd start(Path directory, TlsIdentity identity) throws IOException, LDAPException {
        Files.createDirectories(directory.resolve("data"));
        Slapd slapd = new Slapd(directory, identity);
        slapd.add(BASE, "objectClass", "domain");
        slapd.add(PEOPLE, "objectClass", "organizationalUnit");
        slapd.add("ou=groups," + BASE, "objectClass", "organizationalUnit");
        slapd.add(
                SERVICE,
                "objectClass",
                "organizationalRole",
                "objectClass",
                "simpleSecurityObject",
                "userPassword",
                SERVICE_PASSWORD);
        return slapd;
    }

    private ForeignProgram launch(TlsIdentity identity) {
        Path installed = Path.of("/usr/sbin/slapd");
        Path root = Files.exists(installed) ? Path.of("/") : TestTools.directory("slapd");
        try {
            Files.writeString(directory.resolve("slapd.conf"), configuration(root, identity));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ForeignProgram started = ForeignProgram.start(
                directory,
                List.of(
                        "/usr/bin/env",
                        "LD_LIBRARY_PATH=" + root.resolve("usr/lib"),
                        root.resolve("usr/sbin/slapd").toString(),
                        "-h",
                        "ldap://127.0.0.1:" + port + " ldaps://127.0.0.1:" + securePort,
                        "-f",
                        directory.resolve("slapd.conf").toString(),
                        "-d",
                        "0"));
        started.awaitListening(port);
        return started;
    }

    private String configuration(Path root, TlsIdentity identity) {
        Path schemas = root.resolve("etc/ldap/schema");
        return String.join(
                "\n",
                "include " + schemas.resolve("core.schema"),
                "include " + schemas.resolve("cosine.schema"),
                "include " + schemas.resolve("inetorgperson.schema"),
                "modulepath " + root.resolve("usr/lib/ldap"),
                "moduleload back_mdb",
                "TLSCertificateFile " + identity.certificate(),
                "TLSCertificateKeyFile " + identity.key(),
                "access to attrs=userPassword by anonymous auth by * none",
                "access to * by dn.exact=\"" + SERVICE + "\" read by users read by * none",
                "database mdb",
                "maxsize 10485760",
                "suffix \"" + BASE + "\"",
                "rootdn \"" + ADMINISTRATOR + "\"",
                "rootpw administrator",
                "directory " + directory.resolve("data"),
                "index objectClass,uid,member eq",
                "");
    }

    String address() {
        return "ldap://localhost:" + port;
    }

    String secureAddress() {
        return "ldaps://localhost:" + securePort;
    }

    /** The same data behind another certificate. */
    void restart(TlsIdentity identity) {
        close();
        program = launch(identity);
    }

    /** Somebody with an attribute for the name, the display name, the mail address and the password. */
    void addPerson(String uid, String password) throws LDAPException {
        add(
                dn(uid),
                "objectClass",
                "inetOrgPerson",
                "cn",
                uid,
                "sn",
                "Of Outside",
                "givenName",
                uid,
                "displayName",
                uid + " of Outside",
                "mail",
                uid + "@example.org",
                "userPassword",
                password);
    }

    void addGroup(String name, String member) throws LDAPException {
        add("cn=" + name + ",ou=groups," + BASE, "objectClass", "groupOfNames", "member", dn(member));
    }

    /** An entry that says that it is kept by another server. */
    void addReferral(String dn, String elsewhere) throws LDAPException {
        add(dn, "objectClass", "referral", "objectClass", "extensibleObject", "ref", elsewhere);
    }

    void rename(String uid, String newUid) throws LDAPException {
        try (LDAPConnection connection = connection()) {
            connection.modifyDN(dn(uid), "uid=" + newUid, true);
        }
    }

    void delete(String uid) throws LDAPException {
        try (LDAPConnection connection = connection()) {
            connection.delete(dn(uid));
        }
    }

    void replace(String uid, String attribute, String value) throws LDAPException {
        try (LDAPConnection connection = connection()) {
            connection.modify(dn(uid), new Modification(ModificationType.REPLACE, attribute, value));
        }
    }

    private void add(String dn, String... attributes) throws LDAPException {
        List<Attribute> values = new ArrayList<>();
        for (int i = 0; i < attributes.length; i += 2) {
            values.add(new Attribute(attributes[i], attributes[i + 1]));
        }
        AddRequest request = new AddRequest(new Entry(dn, values));
        request.addControl(new ManageDsaITRequestControl());
        try (LDAPConnection connection = connection()) {
            connection.add(request);
        }
    }

    private LDAPConnection connection() throws LDAPException {
        return new LDAPConnection("127.0.0.1", port, ADMINISTRATOR, "administrator");
    }

    private static String dn(String uid) {
        return "uid=" + uid + "," + PEOPLE;
    }

    @Override
    public void close() {
        program.close();
    }
}
