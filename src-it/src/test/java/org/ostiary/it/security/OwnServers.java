package org.ostiary.it.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.it.server.CallbackListener;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestClients;

/** Two servers with another configuration than the shared ones; each is started at first use and kept for the run. */
public final class OwnServers {
    /** The lifetime of a code on {@link #belowAPath()}. */
    public static final int CODE_SECONDS = 10;

    /** An origin that may call what programs call on {@link #belowAPath()} by configuration. */
    public static final String SCRIPTS_ORIGIN = "https://scripts.test";

    /** How many failed authentications in a minute {@link #behindAProxy()} takes from one address for one client. */
    static final int FAILURES = 10;

    static final String ODD_SECRET_CLIENT = "odd-secret";
    static final String ODD_POST_CLIENT = "odd-post";
    static final String ODD_SECRET = "p:l+u%s%2B&amp=\u00E4\u00D6 \u20AC\uD83D\uDE00\"'";

    static final String HOSTILE_CLIENT = "hostile";
    /** Markup, an attribute's end, an expression, and characters that turn the direction of the text. */
    static final String HOSTILE_NAME =
            "<script>alert(1)</script>\"onmouseover='x' #{1+1} \u202Etxet\u202C \u2066Bank\u2069 " + "W".repeat(200);

    /** How often a client may revoke within a minute on {@link #behindAProxy()}. */
    static final int REVOCATIONS = 20;

    static final String HTTP_CLIENT = "plain-http";

    private static @Nullable OstiaryServer belowAPath;
    private static @Nullable OstiaryServer behindAProxy;

    private OwnServers() {}

    /** The issuer is {@code http://localhost:PORT/t1}; codes live ten seconds; people may register and stay logged in; some clients have odd names and secrets, one has access tokens from the browser. */
    public static synchronized OstiaryServer belowAPath() {
        if (belowAPath == null) {
            belowAPath = started(ServerSettings.standard()
                    .with("oidc.issuer", "http://localhost:{port}/t1")
                    .with("oidc.lifespans.authorize-code", CODE_SECONDS + "s")
                    .with("oidc.cors.endpoints", "token,userinfo,introspection,revocation")
                    .with("oidc.cors.allowed-origins", SCRIPTS_ORIGIN)
                    .with("oidc.cors.allowed-origins-from-client-redirect-uris", "true")
                    .with("oidc.allow-insecure-redirect-uris", "true")
                    .with("oidc.enable-token-response-types", "true")
                    .with("oidc.registration.enabled", "true")
                    .with("oidc.session.remember-me", "30d")
                    .withAll(TestClients.IN_FRONT.keys())
                    .with("oidc.config", operatorsFile().toString()));
        }
        return belowAPath;
    }

    /** The issuer is {@link Proxied#ISSUER}, and this machine is a proxy whose forwarded headers count. */
    static synchronized OstiaryServer behindAProxy() {
        if (behindAProxy == null) {
            behindAProxy = started(ServerSettings.standard()
                    .with("oidc.issuer", Proxied.ISSUER)
                    .with("oidc.trusted-proxies", "127.0.0.1")
                    .with("oidc.rate-limits.revocation", Integer.toString(REVOCATIONS))
                    .with("oidc.rate-limits.failed-client-authentication", Integer.toString(FAILURES))
                    .with("oidc.allow-insecure-redirect-uris", "true"));
        }
        return behindAProxy;
    }

    private static OstiaryServer started(ServerSettings settings) {
        OstiaryServer server = Servers.fresh(Flavour.MICRO_H2, settings);
        server.start();
        return server;
    }

    /** Characters outside of ASCII do not survive a command line everywhere; in the operator's file they do. */
    private static Path operatorsFile() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.putAll(client(ODD_SECRET_CLIENT, "Odd", "client_secret_basic", "https://odd.test/cb"));
        keys.putAll(client(ODD_POST_CLIENT, "Odd", "client_secret_post", "https://odd.test/cb"));
        keys.putAll(client(
                HOSTILE_CLIENT,
                HOSTILE_NAME,
                "client_secret_basic",
                CallbackListener.shared().callback()));
        keys.putAll(client(HTTP_CLIENT, "Plain", "client_secret_basic", "http://rp.test/cb"));
        StringBuilder text = new StringBuilder();
        keys.forEach((key, value) ->
                text.append(key).append('=').append(escaped(value)).append('\n'));
        try {
            Path file = Files.createTempFile("ostiary-it", ".properties");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> client(String id, String name, String method, String redirectUri) {
        String prefix = "oidc.client." + id + ".";
        return Map.of(
                prefix + "client-name",
                name,
                prefix + "client-secret",
                "$plaintext$" + ODD_SECRET,
                prefix + "token-endpoint-auth-method",
                method,
                prefix + "redirect-uris",
                redirectUri,
                prefix + "scopes",
                "openid,profile,email",
                prefix + "authorization-policy",
                "one_factor");
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        value.chars().forEach(character -> text.append("\\u%04x".formatted(character)));
        return text.toString();
    }
}
