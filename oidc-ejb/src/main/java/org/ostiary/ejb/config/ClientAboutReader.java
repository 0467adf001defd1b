package org.ostiary.ejb.config;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.ClientAbout;
import org.ostiary.ejb.protocol.client.ClientDefaults;
import org.ostiary.ejb.protocol.client.RedirectUriRegistration;

/** Reads what a client says about itself, and what its requests mean where they say nothing. */
final class ClientAboutReader {

    private static final int MOST_SECONDS = 999_999_999;

    private final String clientId;
    private final Settings settings;
    private final Findings findings;

    ClientAboutReader(String clientId, Settings settings, Findings findings) {
        this.clientId = clientId;
        this.settings = settings;
        this.findings = findings;
    }

    ClientAbout about(RedirectUriRegistration registration) {
        return new ClientAbout(
                address(ClientOption.LOGO_URI, registration),
                address(ClientOption.POLICY_URI, registration),
                address(ClientOption.TOS_URI, registration),
                ContactsReader.read(ClientOption.CONTACTS.key(clientId), settings, findings));
    }

    /** People are led there, so the rules are those of an address where a login begins. */
    private @Nullable String address(ClientOption option, RedirectUriRegistration registration) {
        Key key = option.key(clientId);
        Optional<String> uri = settings.find(key);
        uri.ifPresent(text -> registration
                .refusalOfInitiateLoginUri(text)
                .ifPresent(refusal -> findings.mistake(key, text, refusal)));
        return uri.orElse(null);
    }

    ClientDefaults defaults() {
        return new ClientDefaults(
                maxAge(),
                settings.flag(ClientOption.REQUIRE_AUTH_TIME.key(clientId)),
                settings.list(ClientOption.DEFAULT_ACR_VALUES.key(clientId)));
    }

    private @Nullable Duration maxAge() {
        Key key = ClientOption.DEFAULT_MAX_AGE.key(clientId);
        return settings.find(key).isEmpty()
                ? null
                : settings.duration(key, Duration.ZERO, Duration.ofSeconds(MOST_SECONDS));
    }
}
