package org.ostiary.ejb.config;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys that stand once, with their defaults as an operator would write them. */
enum ServerKey {
    ISSUER("oidc.issuer", null),
    DATA_DIRECTORY("oidc.data-directory", "ostiary-data"),
    DB_URL("oidc.db.url", null),
    DB_USER("oidc.db.user", null),
    DB_PASSWORD("oidc.db.password", null),
    MASTER_KEY("oidc.master-key", null),
    MASTER_KEY_FILE("oidc.master-key-file", null),
    OTHER_MASTER_KEY("oidc.other-master-key", null),
    OTHER_MASTER_KEY_FILE("oidc.other-master-key-file", null),
    ACCOUNTS_FILE("oidc.accounts-file", null),
    SUBJECTS_FILE("oidc.subjects-file", null),
    ACCESS_TOKEN("oidc.lifespans.access-token", "1h"),
    ID_TOKEN("oidc.lifespans.id-token", "1h"),
    AUTHORIZE_CODE("oidc.lifespans.authorize-code", "1m"),
    INTERACTION("oidc.lifespans.interaction", "10m"),
    REFRESH_TOKEN("oidc.lifespans.refresh-token", "90m"),
    REFRESH_TOKEN_ABSOLUTE("oidc.lifespans.refresh-token-absolute", "14d"),
    REFRESH_GRACE_PERIOD("oidc.refresh-grace-period", "10s"),
    PUSHED_AUTHORIZATION_REQUEST("oidc.lifespans.pushed-authorization-request", "5m"),
    JARM("oidc.lifespans.jarm", "5m"),
    PASSWORD_RESET_LINK("oidc.lifespans.password-reset", "15m"),
    SESSION_IDLE("oidc.session.idle", "30m"),
    SESSION_ABSOLUTE("oidc.session.absolute", "12h"),
    SESSION_REMEMBER_ME("oidc.session.remember-me", "0s"),
    SESSION_ENDED_BY_PASSWORD_CHANGE("oidc.session.ended-by-password-change", "true"),
    TRY_IT("oidc.try-it", "true"),
    REGISTRATION_ENABLED("oidc.registration.enabled", "false"),
    ENFORCE_PKCE("oidc.enforce-pkce", "public_clients_only"),
    REQUIRE_PUSHED_AUTHORIZATION_REQUESTS("oidc.require-pushed-authorization-requests", "false"),
    ENABLE_PKCE_PLAIN_CHALLENGE("oidc.enable-pkce-plain-challenge", "false"),
    ENABLE_TOKEN_RESPONSE_TYPES("oidc.enable-token-response-types", "false"),
    MINIMUM_PARAMETER_ENTROPY("oidc.minimum-parameter-entropy", "8"),
    ENABLE_CLIENT_DEBUG_MESSAGES("oidc.enable-client-debug-messages", "false"),
    DISCOVERY_SIGNED_RESPONSE_ALG("oidc.discovery-signed-response-alg", null),
    CORS_ENDPOINTS("oidc.cors.endpoints", null),
    CORS_ALLOWED_ORIGINS("oidc.cors.allowed-origins", null),
    CORS_FROM_REDIRECT_URIS("oidc.cors.allowed-origins-from-client-redirect-uris", "false"),
    FAILED_CLIENT_AUTHENTICATION("oidc.rate-limits.failed-client-authentication", "10"),
    TOKEN_REQUESTS("oidc.rate-limits.token", "60"),
    PUSHED_REQUESTS("oidc.rate-limits.pushed-authorization-request", "60"),
    REVOCATIONS("oidc.rate-limits.revocation", "600"),
    INTROSPECTIONS("oidc.rate-limits.introspection", "600"),
    REGULATION_MODES("oidc.regulation.modes", "user"),
    REGULATION_MAX_RETRIES("oidc.regulation.max-retries", "3"),
    REGULATION_FIND_TIME("oidc.regulation.find-time", "2m"),
    REGULATION_BAN_TIME("oidc.regulation.ban-time", "5m"),
    MAIL_SESSION("oidc.mail.session", "mail/oidc"),
    MAIL_FROM("oidc.mail.from", null),
    MAIL_NOTICES("oidc.mail.notices", "true"),
    PASSWORD_RESET("oidc.password-reset", "true"),
    AUDIT_RETENTION("oidc.audit-retention", "400d"),
    DEFAULT_LANGUAGE("oidc.pages.default-language", "en"),
    PAGES_NAME("oidc.pages.name", null),
    PAGES_LOGO("oidc.pages.logo", null),
    PAGES_ACCENT("oidc.pages.accent", null),
    PAGES_ACCENT_DARK("oidc.pages.accent-dark", null),
    PAGES_SUPPORT("oidc.pages.support", null),
    PAGES_PRIVACY("oidc.pages.privacy", null),
    PAGES_TERMS("oidc.pages.terms", null),
    PAGES_TEXTS("oidc.pages.texts", null),
    RESTORED_AT("oidc.restored-at", null),
    LOG_FILE("oidc.log-file", null),
    SHUTDOWN_DELAY("oidc.shutdown-delay", "5s"),
    METRICS_TOKEN("oidc.metrics.token", null),
    METRICS_ALLOWED_ADDRESSES("oidc.metrics.allowed-addresses", null),
    CLEAN_UP_INTERVAL("oidc.clean-up-interval", "10m"),
    SIGNATURE_PROVIDER("oidc.signature-provider", "auto"),
    KEY_ROTATION("oidc.keys.rotation", "true"),
    KEY_PERIOD("oidc.keys.period", "90d"),
    KEY_LEAD("oidc.keys.lead", "24h"),
    KEY_RETENTION("oidc.keys.retention", null),
    KEY_HINT_RETENTION("oidc.keys.hint-retention", "400d"),
    JWKS_MAX_AGE("oidc.keys.jwks-max-age", "1h"),
    KEY_RSA_BITS("oidc.keys.rsa-bits", "3072"),
    KEY_IMPORT("oidc.keys.import", null),
    KEY_IMPORT_PASSWORD("oidc.keys.import-password", null),
    KEY_ROTATE_BEFORE("oidc.keys.rotate-before", null),
    KEY_REVOKED("oidc.keys.revoked", null),
    ADMINISTRATION_ADMINISTRATORS("oidc.administration.administrators", "administrators"),
    ADMINISTRATION_AUDITORS("oidc.administration.auditors", null),
    ADMINISTRATION_PAGES("oidc.administration.pages", "true"),
    ADMINISTRATION_RECOVERY("oidc.administration.recovery", null),
    TRUSTED_PROXIES("oidc.trusted-proxies", null),
    OUTBOUND_ALLOWED_ADDRESSES("oidc.outbound.allowed-addresses", null),
    OUTBOUND_TRUST_FILE("oidc.outbound.trust-file", null),
    PASSWORD_HASH_CONCURRENCY("oidc.password-hash-concurrency", null),
    ALLOW_INSECURE_REDIRECT_URIS("oidc.allow-insecure-redirect-uris", "false"),
    LDAP_ADDRESS("oidc.ldap.address", null),
    LDAP_IMPLEMENTATION("oidc.ldap.implementation", "custom"),
    LDAP_START_TLS("oidc.ldap.start-tls", "false"),
    LDAP_TRUST_FILE("oidc.ldap.tls.trust-file", null),
    LDAP_TIMEOUT("oidc.ldap.timeout", "5s"),
    LDAP_POOLING_COUNT("oidc.ldap.pooling.count", "5"),
    LDAP_BASE_DN("oidc.ldap.base-dn", null),
    LDAP_ADDITIONAL_USERS_DN("oidc.ldap.additional-users-dn", null),
    LDAP_USERS_FILTER("oidc.ldap.users-filter", null),
    LDAP_ADDITIONAL_GROUPS_DN("oidc.ldap.additional-groups-dn", null),
    LDAP_GROUPS_FILTER("oidc.ldap.groups-filter", null),
    LDAP_GROUP_SEARCH_MODE("oidc.ldap.group-search-mode", "filter"),
    LDAP_UNIQUE_ID("oidc.ldap.attributes.unique-id", null),
    LDAP_USERNAME("oidc.ldap.attributes.username", null),
    LDAP_DISPLAY_NAME("oidc.ldap.attributes.display-name", "displayName"),
    LDAP_GIVEN_NAME("oidc.ldap.attributes.given-name", "givenName"),
    LDAP_FAMILY_NAME("oidc.ldap.attributes.family-name", "sn"),
    LDAP_MAIL("oidc.ldap.attributes.mail", "mail"),
    LDAP_MEMBER_OF("oidc.ldap.attributes.member-of", "memberOf"),
    LDAP_GROUP_NAME("oidc.ldap.attributes.group-name", "cn"),
    LDAP_USER("oidc.ldap.user", null),
    LDAP_PASSWORD("oidc.ldap.password", null),
    LDAP_PASSWORD_FILE("oidc.ldap.password-file", null),
    LDAP_USER_BIND_DN("oidc.ldap.user-bind-dn", null),
    LDAP_PERMIT_REFERRALS("oidc.ldap.permit-referrals", "false"),
    LDAP_EMAILS_VERIFIED("oidc.ldap.emails-verified", "false"),
    LDAP_REFRESH_INTERVAL("oidc.ldap.refresh-interval", "5m"),
    /** Read by {@link OperatorProperties}, before anything else. */
    CONFIG("oidc.config", null);

    private static final Set<ServerKey> SECRET =
            EnumSet.of(METRICS_TOKEN, LDAP_PASSWORD, DB_PASSWORD, MASTER_KEY, OTHER_MASTER_KEY, KEY_IMPORT_PASSWORD);

    private final String name;
    private final @Nullable String standard;

    ServerKey(String name, @Nullable String standard) {
        this.name = name;
        this.standard = standard;
    }

    Key key() {
        return new Key(name, standard, SECRET.contains(this));
    }

    static boolean isKnown(String name) {
        return Stream.of(values()).anyMatch(candidate -> candidate.name.equals(name));
    }
}
