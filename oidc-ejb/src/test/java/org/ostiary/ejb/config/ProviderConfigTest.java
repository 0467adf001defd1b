package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ostiary.ejb.language.Language;

class ProviderConfigTest {
    private static final Path DOCUMENTATION = Path.of("..", "docs", "configuration.md");
    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    /** Every key, its default, a value, and what the value is read as. */
    static Stream<Arguments> keys() {
        Path data = Path.of("ostiary-data").toAbsolutePath();
        return Stream.of(
                key("data-directory", c -> c.dataDirectory(), data, "/srv/ostiary", Path.of("/srv/ostiary")),
                key(
                        "db.url",
                        c -> c.databaseUrl(),
                        "jdbc:h2:file:" + data.resolve("ostiary") + ";WRITE_DELAY=0",
                        "jdbc:postgresql://db/ostiary",
                        "jdbc:postgresql://db/ostiary"),
                key("master-key", c -> String.valueOf(c.masterKey()), "null", MASTER_KEY, MASTER_KEY),
                key(
                        "master-key-file",
                        c -> c.masterKeyFile(),
                        data.resolve("master.key"),
                        "/srv/key",
                        Path.of("/srv/key")),
                key("other-master-key", c -> String.valueOf(c.otherMasterKey().text()), "null", MASTER_KEY, MASTER_KEY),
                key(
                        "other-master-key-file",
                        c -> String.valueOf(c.otherMasterKey().file()),
                        "null",
                        "/srv/other",
                        "/srv/other"),
                key("keys.rotation", c -> c.keys().automatic(), true, "false", false),
                key("keys.period", c -> c.keys().period(), Duration.ofDays(90), "30d", Duration.ofDays(30)),
                key("keys.lead", c -> c.keys().lead(), hours(24), "2h", hours(2)),
                key("keys.retention", c -> c.keys().retention(), hours(2), "3h", hours(3)),
                key("keys.hint-retention", c -> c.keys().hints(), Duration.ofDays(400), "1d", hours(24)),
                key("keys.jwks-max-age", c -> c.keys().jwksMaxAge(), hours(1), "1s", seconds(1)),
                key("keys.rsa-bits", c -> c.keys().rsaBits(), 3072, "4096", 4096),
                key(
                        "keys.import",
                        c -> c.keyOrders().imported(),
                        List.of(),
                        "/srv/a.pem,/srv/b.p12",
                        List.of(Path.of("/srv/a.pem"), Path.of("/srv/b.p12"))),
                key("keys.import-password", c -> String.valueOf(c.keyOrders().importPassword()), "null", "a", "a"),
                key(
                        "keys.rotate-before",
                        c -> String.valueOf(c.keyOrders().rotateBefore()),
                        "null",
                        "2026-12-31T18:00:00Z",
                        "2026-12-31T18:00:00Z"),
                key("keys.revoked", c -> c.keyOrders().revoked(), Set.of(), "k1", Set.of("k1")),
                key("subjects-file", c -> String.valueOf(c.subjectsFile()), "null", "/srv/subs.yml", "/srv/subs.yml"),
                key("accounts-file", c -> String.valueOf(c.accountsFile()), "null", "/srv/users.yml", "/srv/users.yml"),
                key("lifespans.access-token", c -> c.lifespans().accessToken(), hours(1), "24h", hours(24)),
                key("lifespans.id-token", c -> c.lifespans().idToken(), hours(1), "90m", Duration.ofMinutes(90)),
                key("lifespans.authorize-code", c -> c.lifespans().authorizeCode(), minutes(1), "10s", seconds(10)),
                key("lifespans.interaction", c -> c.lifespans().interaction(), minutes(10), "PT1H", hours(1)),
                key("lifespans.refresh-token", c -> c.lifespans().refresh().idle(), minutes(90), "2h", hours(2)),
                key(
                        "lifespans.refresh-token-absolute",
                        c -> c.lifespans().refresh().absolute(),
                        Duration.ofDays(14),
                        "0s",
                        Duration.ZERO),
                key("refresh-grace-period", c -> c.lifespans().refresh().grace(), seconds(10), "0s", Duration.ZERO),
                key(
                        "lifespans.pushed-authorization-request",
                        c -> c.lifespans().pushedRequest(),
                        minutes(5),
                        "5s",
                        seconds(5)),
                key("lifespans.jarm", c -> c.lifespans().signedResponse(), minutes(5), "10s", seconds(10)),
                key(
                        "require-pushed-authorization-requests",
                        c -> c.requirePushedAuthorizationRequests(),
                        false,
                        "true",
                        true),
                key("lifespans.password-reset", c -> c.mail().resetLifespan(), minutes(15), "1m", minutes(1)),
                key(
                        "mail.session",
                        c -> c.mail().session(),
                        "mail/oidc",
                        "java:jboss/mail/Default",
                        "java:jboss/mail/Default"),
                key("mail.from", c -> String.valueOf(c.mail().from()), "null", "a@example.org", "a@example.org"),
                key("mail.notices", c -> c.mail().notices(), true, "false", false),
                key("password-reset", c -> c.mail().passwordReset(), true, "false", false),
                key("pages.default-language", c -> c.pages().language(), Language.ENGLISH, "ar", Language.ARABIC),
                key("pages.name", c -> String.valueOf(c.pages().name()), "null", "Example ID", "Example ID"),
                key("pages.logo", c -> String.valueOf(c.pages().logo()), "null", "/srv/logo.png", "/srv/logo.png"),
                key(
                        "pages.accent",
                        c -> Optional.ofNullable(c.pages().light())
                                .map(a -> a.colour().text())
                                .orElse(""),
                        "",
                        "#7A1F5C",
                        "#7a1f5c"),
                key(
                        "pages.accent-dark",
                        c -> Optional.ofNullable(c.pages().dark())
                                .map(a -> a.deeper().text())
                                .orElse(""),
                        "",
                        "#ffc0ff",
                        "#ffd0ff"),
                key("pages.support", c -> String.valueOf(c.pages().support()), "null", "a@b.org", "mailto:a@b.org"),
                key(
                        "pages.privacy",
                        c -> String.valueOf(c.pages().privacy()),
                        "null",
                        "https://b.org/p",
                        "https://b.org/p"),
                key(
                        "pages.terms",
                        c -> String.valueOf(c.pages().terms()),
                        "null",
                        "https://b.org/t",
                        "https://b.org/t"),
                key(
                        "pages.texts",
                        c -> String.valueOf(c.pages().texts()),
                        "null",
                        "/srv/t.properties",
                        "/srv/t.properties"),
                key("session.idle", c -> c.session().idle(), minutes(30), "1h", hours(1)),
                key("session.absolute", c -> c.session().absolute(), hours(12), "30d", Duration.ofDays(30)),
                key("registration.enabled", c -> c.registration(), false, "true", true),
                key("session.remember-me", c -> c.session().remembered(), Duration.ZERO, "30d", Duration.ofDays(30)),
                key("session.ended-by-password-change", c -> c.session().endedByPasswordChange(), true, "false", false),
                key(
                        "enforce-pkce",
                        c -> c.enforcePkce(),
                        EnforcePkce.PUBLIC_CLIENTS_ONLY,
                        "always",
                        EnforcePkce.ALWAYS),
                key("enable-pkce-plain-challenge", c -> c.enablePkcePlainChallenge(), false, "true", true),
                key("enable-token-response-types", c -> c.enableTokenResponseTypes(), false, "true", true),
                key("minimum-parameter-entropy", c -> c.minimumParameterEntropy(), 8, "-1", -1),
                key("enable-client-debug-messages", c -> c.enableClientDebugMessages(), false, "true", true),
                key(
                        "discovery-signed-response-alg",
                        c -> String.valueOf(c.discoverySignedResponseAlg()),
                        "null",
                        "ES256",
                        "ES256"),
                key("cors.endpoints", c -> List.copyOf(c.cors().endpoints()), List.of(), "token", List.of("token")),
                key(
                        "cors.allowed-origins",
                        c -> List.copyOf(c.cors().allowedOrigins()),
                        List.of(),
                        "https://app.example.org",
                        List.of("https://app.example.org")),
                key(
                        "cors.allowed-origins-from-client-redirect-uris",
                        c -> c.cors().allowedOriginsFromClientRedirectUris(),
                        false,
                        "true",
                        true),
                key(
                        "signature-provider",
                        c -> c.signatureProvider(),
                        SignatureProvider.AUTO,
                        "jdk",
                        SignatureProvider.JDK),
                key(
                        "administration.administrators",
                        c -> c.administration().administrators(),
                        Set.of("administrators"),
                        "root, chiefs",
                        Set.of("root", "chiefs")),
                key(
                        "administration.auditors",
                        c -> c.administration().auditors(),
                        Set.of(),
                        "watchers",
                        Set.of("watchers")),
                key("administration.pages", c -> c.administration().pages(), true, "false", false),
                key(
                        "administration.recovery",
                        c -> String.valueOf(c.administration().recovery()),
                        "null",
                        "2026-12-31T18:00:00Z",
                        "2026-12-31T18:00:00Z"),
                key(
                        "trusted-proxies",
                        c -> c.trustedProxies(),
                        List.of(),
                        "10.0.0.0/8, ::1",
                        List.of("10.0.0.0/8", "::1")),
                key(
                        "outbound.allowed-addresses",
                        c -> c.outbound().allowedAddresses(),
                        List.of(),
                        "10.1.0.0/16",
                        List.of("10.1.0.0/16")),
                key(
                        "outbound.trust-file",
                        c -> String.valueOf(c.outbound().trustFile()),
                        "null",
                        "/srv/ca.pem",
                        "/srv/ca.pem"),
                key(
                        "password-hash-concurrency",
                        c -> c.passwordHashConcurrency(),
                        Math.min(64, Runtime.getRuntime().availableProcessors()),
                        "3",
                        3),
                key(
                        "regulation.modes",
                        c -> c.regulation().modes(),
                        Set.of(RegulationMode.USER),
                        "user,ip",
                        Set.of(RegulationMode.USER, RegulationMode.IP)),
                key("regulation.max-retries", c -> c.regulation().maxRetries(), 3, "0", 0),
                key("regulation.find-time", c -> c.regulation().findTime(), minutes(2), "1s", seconds(1)),
                key("regulation.ban-time", c -> c.regulation().banTime(), minutes(5), "1h", hours(1)),
                key(
                        "rate-limits.failed-client-authentication",
                        c -> c.rateLimits().failedClientAuthentication(),
                        10,
                        "0",
                        0),
                key("rate-limits.token", c -> c.rateLimits().token(), 60, "0", 0),
                key(
                        "rate-limits.pushed-authorization-request",
                        c -> c.rateLimits().pushedAuthorizationRequest(),
                        60,
                        "100000",
                        100_000),
                key("rate-limits.revocation", c -> c.rateLimits().revocation(), 600, "1", 1),
                key("rate-limits.introspection", c -> c.rateLimits().introspection(), 600, "6000", 6_000),
                key("audit-retention", c -> c.operation().auditRetention(), hours(9600), "0s", Duration.ZERO),
                key(
                        "restored-at",
                        c -> String.valueOf(c.operation().epoch()),
                        "null",
                        "2026-11-29T04:00:00Z",
                        "2026-11-29T04:00:00Z"),
                key(
                        "log-file",
                        c -> String.valueOf(c.operation().logFile()),
                        "null",
                        "/var/log/ostiary.jsonl",
                        "/var/log/ostiary.jsonl"),
                key("shutdown-delay", c -> c.operation().shutdownDelay(), Duration.ofSeconds(5), "0s", Duration.ZERO),
                key(
                        "metrics.token",
                        c -> String.valueOf(c.operation().metricsToken()),
                        "null",
                        "0123456789abcdef01234567",
                        "0123456789abcdef01234567"),
                key(
                        "metrics.allowed-addresses",
                        c -> c.operation().metricsReaders(),
                        List.of(),
                        "10.2.0.0/16",
                        List.of("10.2.0.0/16")),
                key("clean-up-interval", c -> c.cleanUpInterval(), minutes(10), "0s", Duration.ZERO),
                key("allow-insecure-redirect-uris", c -> c.allowInsecureRedirectUris(), false, "true", true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void everyKeyHasItsDefaultAndIsRead(
            String key, Function<ProviderConfig, Object> component, Object standard, String text, Object value) {
        Configuration smallest = Configuration.smallest();

        assertThat(component.apply(smallest.read())).isEqualTo(standard);
        assertThat(component.apply(smallest.with(key, text).read())).isEqualTo(value);
    }

    @Test
    void theTestAboveHasEveryKey() {
        Stream<String> tested = keys().map(arguments -> (String) arguments.get()[0]);
        Stream<String> othersRead = Stream.of("oidc.issuer", "oidc.config", "oidc.db.user", "oidc.db.password");

        assertThat(Stream.concat(tested, othersRead))
                .containsExactlyInAnyOrderElementsOf(Stream.of(ServerKey.values())
                        .map(key -> key.key().name())
                        // Only together do they mean something: LdapConfigurationTest has them.
                        .filter(name -> !name.startsWith("oidc.ldap."))
                        // A client, or none: ClientConfigurationTest has it.
                        .filter(name -> !name.equals("oidc.try-it"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentationHasALineForEveryKey(ServerKey key) throws IOException {
        assertDocumented(key.key().name(), key.key());
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentationHasALineForEveryClientOption(ClientOption option) throws IOException {
        Key key = option.key("x");
        assertDocumented(key.name().substring("oidc.client.x.".length()), key);
    }

    @Test
    void theExamplesOfTheDocumentationAreRight() throws IOException {
        Configuration configuration = Configuration.smallest();
        for (String line : Files.readAllLines(DOCUMENTATION)) {
            int equals = line.indexOf('=');
            configuration = line.matches("oidc\\.(client|policy|network)\\..*")
                    ? configuration.with(line.substring(0, equals), line.substring(equals + 1))
                    : configuration;
        }

        assertThat(configuration.report().mistakes()).isEmpty();
        assertThat(configuration.report().warnings()).isEmpty();
        assertThat(configuration.read().clients())
                .extracting(client -> client.client().clientId())
                .containsExactly("notes", "wiki", AdministrationClient.ID);
    }

    @Test
    void neitherMasterKeyNorClientSecretIsPrinted() {
        ProviderConfig config = Configuration.withConfidentialClient()
                .with("oidc.master-key", MASTER_KEY)
                .read();

        assertThat(config.toString()).doesNotContain(MASTER_KEY);
        assertThat(config.clients().toString()).doesNotContain(Configuration.SECRET);
    }

    private static void assertDocumented(String written, Key key) throws IOException {
        String standard = key.defaultText().map(text -> " `" + text + "` |").orElse("");
        assertThat(Files.readAllLines(DOCUMENTATION))
                .anyMatch(line -> line.startsWith("| `" + written + "` |" + standard));
    }

    private static <T> Arguments key(
            String key, Function<ProviderConfig, T> component, T standard, String text, T value) {
        return Arguments.of("oidc." + key, component, standard, text, value);
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
