package org.ostiary.ejb.config;

import static org.ostiary.ejb.config.ServerKey.*;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads which directory people may log in from, in Authelia's words where it has them. */
final class LdapReader {
    private static final String PLACEHOLDERS = "\\{(input|username|dn|date-time:generalized|date-time:microsoft-nt)}";
    private static final int MOST_CONNECTIONS = 100;

    private final Settings settings;
    private final Findings findings;

    LdapReader(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    /** Null when no directory is configured. */
    @Nullable
    LdapConfig read() {
        if (settings.find(LDAP_ADDRESS.key()).isEmpty()) {
            Stream.of(ServerKey.values())
                    .map(ServerKey::key)
                    .filter(key -> key.name().startsWith("oidc.ldap.")
                            && settings.find(key).isPresent())
                    .findFirst()
                    .ifPresent(key -> findings.missing(
                            LDAP_ADDRESS.key(),
                            "say where the directory is, like ldaps://ldap.example.org, because " + key.name()
                                    + " is set"));
            return null;
        }
        LdapImplementation kind =
                settings.choice(LDAP_IMPLEMENTATION.key(), LdapImplementation.values(), LdapImplementation::value);
        LdapAttributes attributes = attributes(kind);
        boolean startTls = settings.flag(LDAP_START_TLS.key());
        boolean memberOf = settings.choice(LDAP_GROUP_SEARCH_MODE.key(), GroupSearch.values(), GroupSearch::value)
                == GroupSearch.MEMBEROF;
        refuseReferrals();
        return new LdapConfig(
                new LdapAddresses(settings, findings).read(startTls),
                startTls,
                settings.path(LDAP_TRUST_FILE.key()).orElse(null),
                settings.duration(LDAP_TIMEOUT.key(), Duration.ofMillis(100), Duration.ofMinutes(1)),
                settings.number(LDAP_POOLING_COUNT.key(), 1, MOST_CONNECTIONS).orElse(1),
                base(LDAP_ADDITIONAL_USERS_DN),
                usersFilter(kind, attributes),
                base(LDAP_ADDITIONAL_GROUPS_DN),
                memberOf ? "" : filter(LDAP_GROUPS_FILTER, kind.groupsFilter(), attributes, "{dn}", "{username}"),
                attributes,
                user(),
                settings.find(LDAP_PASSWORD.key()).orElse(null),
                passwordFile(),
                userBind(),
                settings.flag(LDAP_EMAILS_VERIFIED.key()),
                settings.duration(LDAP_REFRESH_INTERVAL.key(), Duration.ofSeconds(1), Duration.ofHours(24)));
    }

    private enum GroupSearch {
        FILTER("filter"),
        MEMBEROF("memberof");

        private final String value;

        GroupSearch(String value) {
            this.value = value;
        }

        String value() {
            return value;
        }
    }

    private LdapAttributes attributes(LdapImplementation kind) {
        return new LdapAttributes(
                attribute(LDAP_UNIQUE_ID, kind.uniqueId()),
                attribute(LDAP_USERNAME, kind.username()),
                attribute(LDAP_DISPLAY_NAME, ""),
                attribute(LDAP_GIVEN_NAME, ""),
                attribute(LDAP_FAMILY_NAME, ""),
                attribute(LDAP_MAIL, ""),
                attribute(LDAP_MEMBER_OF, ""),
                attribute(LDAP_GROUP_NAME, ""));
    }

    private String attribute(ServerKey serverKey, String ofTheKind) {
        Key key = serverKey.key();
        String name = settings.find(key).or(key::defaultText).orElse(ofTheKind);
        if (!name.matches("[A-Za-z][A-Za-z0-9-]{0,99}")) {
            findings.mistake(key, name, "must be the name of an attribute, letters, digits and hyphens");
        }
        return name;
    }

    private String base(ServerKey additional) {
        Key key = LDAP_BASE_DN.key();
        Optional<String> base = settings.find(key);
        if (base.isEmpty() && additional == LDAP_ADDITIONAL_USERS_DN) {
            findings.missing(key, "say below which name the directory keeps people and groups, like dc=example,dc=org");
        }
        base.ifPresent(text -> requireName(key, text));
        Optional<String> more = settings.find(additional.key());
        more.ifPresent(text -> requireName(additional.key(), text));
        return more.map(text -> text + ",").orElse("") + base.orElse("");
    }

    private void requireName(Key key, String text) {
        if (!DN.isValidDN(text)) {
            findings.mistake(key, text, "must be a distinguished name like ou=people,dc=example,dc=org");
        }
    }

    /** Whoever is looked up again has no typed name, but the one that the directory has for them. */
    private String usersFilter(LdapImplementation kind, LdapAttributes names) {
        String filter = filter(LDAP_USERS_FILTER, kind.usersFilter(), names, "{input}");
        String byName = "(" + names.username() + "={input})";
        boolean found = filter.toLowerCase(Locale.ROOT).contains(byName.toLowerCase(Locale.ROOT));
        if (!found && filter.contains("{input}")) {
            findings.mistake(
                    LDAP_USERS_FILTER.key(),
                    filter,
                    "must find people by their username too, with " + byName
                            + ", as the directory is asked about them again");
        }
        return filter;
    }

    private String filter(ServerKey serverKey, String ofTheKind, LdapAttributes names, String... oneOf) {
        Key key = serverKey.key();
        String text = settings.find(key).orElse(ofTheKind);
        if (text.isEmpty()) {
            findings.missing(
                    key, "write a filter, or set " + LDAP_IMPLEMENTATION.key().name() + " to other than custom");
            return text;
        }
        String filter = text.replace("{username_attribute}", names.username())
                .replace("{mail_attribute}", names.mail())
                .replace("{display_name_attribute}", names.displayName())
                .replace("{member_of_attribute}", names.memberOf());
        if (Stream.of(oneOf).noneMatch(filter::contains)) {
            findings.mistake(key, text, "must hold the placeholder " + String.join(" or ", oneOf));
        }
        try {
            Filter.create(filter.replaceAll(PLACEHOLDERS, "x"));
        } catch (LDAPException noFilter) {
            findings.mistake(
                    key,
                    text,
                    "must be a filter of RFC 4515 with known placeholders, like (&(uid={input})(objectClass=person))");
        }
        return filter;
    }

    private @Nullable String user() {
        Key key = LDAP_USER.key();
        Optional<String> user = settings.find(key);
        boolean password = settings.find(LDAP_PASSWORD.key()).isPresent()
                || settings.find(LDAP_PASSWORD_FILE.key()).isPresent();
        if (user.isPresent() && !password) {
            findings.missing(
                    LDAP_PASSWORD_FILE.key(),
                    "say where the password of " + key.name()
                            + " is: without one the directory would take it for an anonymous bind");
        }
        if (user.isEmpty() && password) {
            findings.missing(key, "say whose password is configured");
        }
        return user.orElse(null);
    }

    private @Nullable Path passwordFile() {
        if (settings.find(LDAP_PASSWORD_FILE.key()).isPresent()
                && settings.find(LDAP_PASSWORD.key()).isPresent()) {
            findings.warning(
                    LDAP_PASSWORD_FILE.key(),
                    "has no effect: " + LDAP_PASSWORD.key().name() + " is set");
        }
        return settings.path(LDAP_PASSWORD_FILE.key()).orElse(null);
    }

    private @Nullable String userBind() {
        Key key = LDAP_USER_BIND_DN.key();
        Optional<String> pattern = settings.find(key);
        pattern.filter(text -> !text.contains("{username}") || !DN.isValidDN(text.replace("{username}", "x")))
                .ifPresent(text -> findings.mistake(
                        key,
                        text,
                        "must be a distinguished name with {username}, like uid={username},ou=people,"
                                + "dc=example,dc=org"));
        if (pattern.isPresent() && settings.find(LDAP_USER.key()).isPresent()) {
            findings.mistake(
                    key,
                    pattern.get(),
                    "must not be set together with " + LDAP_USER.key().name()
                            + ": either people are found by a service account, or each binds at once");
        }
        return pattern.orElse(null);
    }

    private void refuseReferrals() {
        if (settings.flag(LDAP_PERMIT_REFERRALS.key())) {
            findings.mistake(
                    LDAP_PERMIT_REFERRALS.key(),
                    "true",
                    "must be false: whoever may write a referral could have passwords sent to another server");
        }
    }
}
