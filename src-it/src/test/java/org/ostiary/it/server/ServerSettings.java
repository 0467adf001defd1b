package org.ostiary.it.server;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a server is configured with: MicroProfile Config keys and their values, given as system properties.
 *
 * <p>In values {@code {port}} stands for the server's HTTP port and {@code {data}} for its data directory.
 */
public final class ServerSettings {
    /** Not a key of ours: the port that the mail session of the server leads to. */
    static final String MAIL_PORT = "test.mail-port";

    static final String LIBRARY = "test.library";

    /** Not a key of ours: loggers and their levels, as Payara's commands write them. */
    static final String LOG_LEVELS = "test.log-levels";

    private final Map<String, String> values;

    private ServerSettings(Map<String, String> values) {
        this.values = values;
    }

    /** What an administrator gives at the very first start: an issuer and a data directory, nothing else. */
    public static ServerSettings bare() {
        return new ServerSettings(Map.of("oidc.issuer", "http://localhost:{port}", "oidc.data-directory", "{data}"));
    }

    /**
     * {@link #bare()} with the {@link TestClients} and {@link TestAccounts}; all tests come from one address, so nothing slows them,
     * and keys that are made quickly.
     */
    public static ServerSettings standard() {
        return bare().with("oidc.shutdown-delay", "0s")
                .with("oidc.accounts-file", TestAccounts.file().toString())
                .with("oidc.rate-limits.failed-client-authentication", "0")
                .with("oidc.rate-limits.token", "0")
                .with("oidc.rate-limits.pushed-authorization-request", "0")
                .with("oidc.rate-limits.revocation", "0")
                .with("oidc.rate-limits.introspection", "0")
                .with("oidc.regulation.max-retries", "1000")
                .with("oidc.keys.rsa-bits", "2048")
                .withAll(TestClients.configuration());
    }

    /** Those of another server, whose database and master key this one shares: a second node of the same provider. */
    static ServerSettings beside(OstiaryServer other) {
        return new ServerSettings(other.configuration())
                .with("oidc.data-directory", "{data}")
                .with(
                        "oidc.master-key-file",
                        other.dataDirectory().resolve("master.key").toString());
    }

    /** These settings with one value set or replaced. */
    public ServerSettings with(String key, String value) {
        return withAll(Map.of(key, value));
    }

    /** These settings with all of those set or replaced. */
    public ServerSettings withAll(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new ServerSettings(all);
    }

    /** These settings on a Payara Micro with a mail session for this mailbox. */
    public ServerSettings withMail(Mailbox mailbox) {
        return with(MAIL_PORT, Integer.toString(mailbox.port()));
    }

    /** These settings on a Payara Micro whose archive an operator put this jar into. */
    public ServerSettings withLibrary(Path jar) {
        return with(LIBRARY, jar.toString());
    }

    /** These settings on a Payara Micro that prints more than it usually does: {@code org.ostiary=FINEST:org.jose4j=FINE}. */
    public ServerSettings withLogLevels(String levels) {
        return with(LOG_LEVELS, levels);
    }

    /** These settings without one. */
    public ServerSettings without(String key) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.remove(key);
        return new ServerSettings(rest);
    }

    Map<String, String> resolve(int port, ServerHome home) {
        Map<String, String> resolved = new LinkedHashMap<>();
        values.forEach((key, value) -> resolved.put(
                key,
                value.replace("{port}", Integer.toString(port))
                        .replace("{data}", home.data().toString())));
        return resolved;
    }
}
