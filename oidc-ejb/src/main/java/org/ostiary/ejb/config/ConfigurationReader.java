package org.ostiary.ejb.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.client.ClientLifespans;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RedirectUriRegistration;

/** Reads the whole configuration, without a container: every mistake is found in one go. */
public final class ConfigurationReader {
    private static final int LEAST_ENTROPY = 8;
    private static final int MOST_HASHES = 64;
    private static final int MOST_RETRIES = 1000;
    private static final int MOST_OF_A_MINUTE = 100_000;
    /** Lets the reading go on when the issuer is wrong, without follow-up mistakes at redirect URIs. */
    private static final Issuer STAND_IN = Issuer.of("http://localhost");

    private final ConfiguredValues values;
    private final Findings findings = new Findings();
    private final Settings settings;
    private final FreeKeys free;

    private ConfigurationReader(ConfiguredValues values) {
        this.values = values;
        this.settings = new Settings(values, findings);
        this.free = new FreeKeys(values.names(), settings, findings);
    }

    /** Reads what the sources say, and looks at no file; {@link StartConditions} does. */
    public static ConfigurationReport read(ConfiguredValues values) {
        return new ConfigurationReader(values).report();
    }

    private ConfigurationReport report() {
        ProviderConfig config = config();
        new ConfiguredNames(values.names()).warnOfUnknown(findings);
        boolean right = findings.mistakes().isEmpty();
        return new ConfigurationReport(right ? config : null, findings.mistakes(), findings.warnings());
    }

    private ProviderConfig config() {
        StorageReader storage = new StorageReader(settings, findings);
        KeyReader keys = new KeyReader(settings, findings);
        Lifespans lifespans = lifespans();
        Issuer issuer = issuer();
        Path dataDirectory = storage.dataDirectory();
        EnforcePkce enforcePkce =
                settings.choice(ServerKey.ENFORCE_PKCE.key(), EnforcePkce.values(), EnforcePkce::value);
        boolean tokenResponseTypes = flag(
                ServerKey.ENABLE_TOKEN_RESPONSE_TYPES,
                "is true: access tokens may travel through browsers, where histories, scripts and other pages see them"
                        + " (RFC 9700, section 2.1.2); use the response type code instead");
        boolean insecure = flag(
                ServerKey.ALLOW_INSECURE_REDIRECT_URIS,
                "is true: codes may travel in plain http; never set this outside development");
        return new ProviderConfig(
                issuer,
                dataDirectory,
                storage.databaseUrl(dataDirectory),
                storage.masterKey(),
                storage.masterKeyFile(dataDirectory),
                storage.otherMasterKey(),
                settings.path(ServerKey.ACCOUNTS_FILE.key()).orElse(null),
                settings.path(ServerKey.SUBJECTS_FILE.key()).orElse(null),
                new LdapReader(settings, findings).read(),
                lifespans,
                sessionLimits(),
                enforcePkce,
                settings.flag(ServerKey.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS.key()),
                flag(
                        ServerKey.ENABLE_PKCE_PLAIN_CHALLENGE,
                        "is true: plain protects no code from someone who reads the request (RFC 9700, section 2.1.1)"),
                tokenResponseTypes,
                settings.entropy(ServerKey.MINIMUM_PARAMETER_ENTROPY.key()).orElse(LEAST_ENTROPY),
                settings.flag(ServerKey.ENABLE_CLIENT_DEBUG_MESSAGES.key()),
                metadataAlgorithm(),
                new CorsReader(settings, findings).read(),
                settings.choice(
                        ServerKey.SIGNATURE_PROVIDER.key(), SignatureProvider.values(), SignatureProvider::value),
                keys.lifetimes(longestSigned(lifespans)),
                keys.orders(),
                settings.addresses(ServerKey.TRUSTED_PROXIES.key()),
                new Outbound(
                        settings.addresses(ServerKey.OUTBOUND_ALLOWED_ADDRESSES.key()),
                        settings.path(ServerKey.OUTBOUND_TRUST_FILE.key()).orElse(null)),
                passwordHashConcurrency(),
                rateLimits(),
                regulation(),
                new MailReader(settings, findings).read(),
                new PagesReader(settings, findings).read(),
                settings.duration(ServerKey.CLEAN_UP_INTERVAL.key(), Duration.ZERO, Duration.ofHours(24)),
                new OperationReader(settings, findings).read(),
                insecure,
                settings.flag(ServerKey.REGISTRATION_ENABLED.key()),
                new AdministrationReader(settings, findings).read(),
                free.scopes(),
                free.extraAttributes(),
                clients(issuer, new RedirectUriRegistration(issuer, insecure), enforcePkce, tokenResponseTypes));
    }

    private Issuer issuer() {
        Key key = ServerKey.ISSUER.key();
        Optional<String> text = settings.find(key);
        if (text.isEmpty()) {
            findings.missing(
                    key, "set the URL at which people and applications reach this server, like https://id.example.org");
            return STAND_IN;
        }
        try {
            return Issuer.of(text.get());
        } catch (IllegalArgumentException e) {
            findings.mistake(key, text.get(), String.valueOf(e.getMessage()));
            return STAND_IN;
        }
    }

    private Lifespans lifespans() {
        Duration minute = Duration.ofMinutes(1);
        Duration day = Duration.ofHours(24);
        return new Lifespans(
                settings.duration(ServerKey.ACCESS_TOKEN.key(), minute, day),
                settings.duration(ServerKey.ID_TOKEN.key(), minute, day),
                settings.duration(ServerKey.AUTHORIZE_CODE.key(), Duration.ofSeconds(10), Duration.ofMinutes(10)),
                settings.duration(ServerKey.INTERACTION.key(), minute, Duration.ofHours(1)),
                refreshLifespans(),
                settings.duration(
                        ServerKey.PUSHED_AUTHORIZATION_REQUEST.key(), Duration.ofSeconds(5), Duration.ofMinutes(10)),
                settings.duration(ServerKey.JARM.key(), Duration.ofSeconds(10), Duration.ofMinutes(10)));
    }

    /** Of all tokens that are signed, whichever client gets them. */
    private Duration longestSigned(Lifespans lifespans) {
        return KeyReader.longest(Stream.concat(
                Stream.of(lifespans.accessToken(), lifespans.idToken()),
                free.lifespans().values().stream().flatMap(ClientLifespans::ofSigned)));
    }

    private RefreshLifespans refreshLifespans() {
        Duration year = Duration.ofDays(365);
        return new RefreshLifespans(
                settings.duration(ServerKey.REFRESH_TOKEN.key(), Duration.ofMinutes(1), year),
                settings.duration(ServerKey.REFRESH_TOKEN_ABSOLUTE.key(), Duration.ZERO, year),
                settings.duration(ServerKey.REFRESH_GRACE_PERIOD.key(), Duration.ZERO, Duration.ofMinutes(1)));
    }

    private SessionLimits sessionLimits() {
        Duration minute = Duration.ofMinutes(1);
        Duration month = Duration.ofDays(30);
        Duration idle = settings.duration(ServerKey.SESSION_IDLE.key(), minute, month);
        Duration absolute = settings.duration(ServerKey.SESSION_ABSOLUTE.key(), minute, month);
        if (idle.compareTo(absolute) > 0) {
            findings.mistake(
                    ServerKey.SESSION_IDLE.key(),
                    DurationText.write(idle),
                    "must not be longer than "
                            + ServerKey.SESSION_ABSOLUTE.key().name() + ", which is " + DurationText.write(absolute));
        }
        Duration remembered =
                settings.duration(ServerKey.SESSION_REMEMBER_ME.key(), Duration.ZERO, Duration.ofDays(90));
        if (!remembered.isZero() && remembered.compareTo(absolute) < 0) {
            findings.mistake(
                    ServerKey.SESSION_REMEMBER_ME.key(),
                    DurationText.write(remembered),
                    "must be 0s, which is off, or not shorter than "
                            + ServerKey.SESSION_ABSOLUTE.key().name() + ", which is " + DurationText.write(absolute));
        }
        boolean ended = settings.flag(ServerKey.SESSION_ENDED_BY_PASSWORD_CHANGE.key());
        return new SessionLimits(idle, absolute, remembered, ended);
    }

    private RateLimits rateLimits() {
        return new RateLimits(
                ofAMinute(ServerKey.FAILED_CLIENT_AUTHENTICATION),
                ofAMinute(ServerKey.TOKEN_REQUESTS),
                ofAMinute(ServerKey.PUSHED_REQUESTS),
                ofAMinute(ServerKey.REVOCATIONS),
                ofAMinute(ServerKey.INTROSPECTIONS));
    }

    private int ofAMinute(ServerKey key) {
        return settings.number(key.key(), 0, MOST_OF_A_MINUTE).orElse(0);
    }

    private @Nullable JwsAlgorithm metadataAlgorithm() {
        Key key = ServerKey.DISCOVERY_SIGNED_RESPONSE_ALG.key();
        return settings.find(key).isEmpty()
                ? null
                : settings.choice(key, JwsAlgorithm.SIGNING.toArray(JwsAlgorithm[]::new), JwsAlgorithm::value);
    }

    private RegulationRules regulation() {
        List<String> allowed =
                Stream.of(RegulationMode.values()).map(RegulationMode::value).toList();
        Set<String> words = settings.words(ServerKey.REGULATION_MODES.key(), allowed);
        Duration second = Duration.ofSeconds(1);
        return new RegulationRules(
                Stream.of(RegulationMode.values())
                        .filter(mode -> words.contains(mode.value()))
                        .collect(Collectors.toSet()),
                settings.number(ServerKey.REGULATION_MAX_RETRIES.key(), 0, MOST_RETRIES)
                        .orElse(0),
                settings.duration(ServerKey.REGULATION_FIND_TIME.key(), second, Duration.ofHours(24)),
                settings.duration(ServerKey.REGULATION_BAN_TIME.key(), second, Duration.ofDays(30)));
    }

    private int passwordHashConcurrency() {
        int processors = Math.min(MOST_HASHES, Runtime.getRuntime().availableProcessors());
        return settings.number(ServerKey.PASSWORD_HASH_CONCURRENCY.key(), 1, MOST_HASHES)
                .orElse(processors);
    }

    private boolean flag(ServerKey key, String warningWhenTrue) {
        boolean flag = settings.flag(key.key());
        if (flag) {
            findings.warning(key.key(), warningWhenTrue);
        }
        return flag;
    }

    private List<ConfiguredClient> clients(
            Issuer issuer, RedirectUriRegistration registration, EnforcePkce enforcePkce, boolean tokenResponseTypes) {
        List<String> clientIds = new ConfiguredNames(values.names()).clientIds();
        Stream<ClientReader> configured =
                clientIds.stream().map(clientId -> new ClientReader(clientId, settings, findings, free));
        return Stream.of(configured, tryIt(issuer, clientIds).stream(), administration(issuer, clientIds).stream())
                .flatMap(Function.identity())
                .map(reader -> reader.read(registration, enforcePkce, tokenResponseTypes))
                .toList();
    }

    /** The test application of the server's own: for loopback issuers, and where it may begin a login like any other. */
    private Optional<ClientReader> tryIt(Issuer issuer, List<String> clientIds) {
        boolean wanted = settings.flag(ServerKey.TRY_IT.key())
                && settings.find(ServerKey.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS.key())
                        .filter("true"::equals)
                        .isEmpty();
        return wanted && issuer.loopback() && !clientIds.contains(TryItClient.ID)
                ? Optional.of(new ClientReader(
                        TryItClient.ID, new Settings(TryItClient.keys(issuer), findings), findings, free))
                : Optional.empty();
    }

    /** The pages of the administration, whose client nobody else may be. */
    private Optional<ClientReader> administration(Issuer issuer, List<String> clientIds) {
        if (clientIds.contains(AdministrationClient.ID)) {
            findings.mistake(
                    new Key(ClientOption.PREFIX + "<client_id>", null, false),
                    AdministrationClient.ID,
                    "must be another identifier: this one is of the pages of the administration");
            return Optional.empty();
        }
        return settings.flag(ServerKey.ADMINISTRATION_PAGES.key())
                ? Optional.of(new ClientReader(
                        AdministrationClient.ID,
                        new Settings(AdministrationClient.keys(issuer), findings),
                        findings,
                        free))
                : Optional.empty();
    }
}
