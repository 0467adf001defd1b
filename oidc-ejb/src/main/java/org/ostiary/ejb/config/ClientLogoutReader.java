package org.ostiary.ejb.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.PublicAddresses;
import org.ostiary.ejb.protocol.WebOrigin;
import org.ostiary.ejb.protocol.client.ApplicationType;
import org.ostiary.ejb.protocol.client.ClientLogout;
import org.ostiary.ejb.protocol.client.RedirectUriRegistration;
import org.ostiary.ejb.protocol.client.RevokeOnLogout;

/** Reads how a client learns of a logout, and where it may send people afterwards. */
final class ClientLogoutReader {

    private final String clientId;
    private final Settings settings;
    private final Findings findings;

    ClientLogoutReader(String clientId, Settings settings, Findings findings) {
        this.clientId = clientId;
        this.settings = settings;
        this.findings = findings;
    }

    /** Reads it for a client with these redirect URIs, whose scheme, host and port the address of a frame must share. */
    ClientLogout read(RedirectUriRegistration registration, ApplicationType type, Set<String> redirectUris) {
        Key afterwards = key(ClientOption.POST_LOGOUT_REDIRECT_URIS);
        Set<String> redirects = settings.list(afterwards);
        redirects.forEach(uri ->
                registration.refusal(uri, type).ifPresent(refusal -> findings.mistake(afterwards, uri, refusal)));
        String frame = address(ClientOption.FRONTCHANNEL_LOGOUT_URI, registration);
        if (frame != null
                && redirectUris.stream()
                        .noneMatch(uri -> WebOrigin.ofAddress(uri).equals(WebOrigin.ofAddress(frame)))) {
            findings.mistake(
                    key(ClientOption.FRONTCHANNEL_LOGOUT_URI),
                    frame,
                    "must have the scheme, host and port of one of the redirect-uris"
                            + " (OIDC Front-Channel Logout 1.0, section 2)");
        }
        return new ClientLogout(
                redirects,
                backChannel(registration),
                settings.flag(key(ClientOption.BACKCHANNEL_LOGOUT_SESSION_REQUIRED)),
                frame,
                settings.flag(key(ClientOption.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED)),
                settings.choice(key(ClientOption.REVOKE_ON_LOGOUT), RevokeOnLogout.values(), RevokeOnLogout::value));
    }

    /** What this server would never call is refused here already. */
    private @Nullable String backChannel(RedirectUriRegistration registration) {
        String uri = address(ClientOption.BACKCHANNEL_LOGOUT_URI, registration);
        PublicAddresses addresses =
                new PublicAddresses(List.copyOf(settings.list(ServerKey.OUTBOUND_ALLOWED_ADDRESSES.key())));
        String host = uri == null
                ? null
                : WebOrigin.ofAddress(uri).map(URI::create).map(URI::getHost).orElse(null);
        if (host != null && !addresses.plausible(host)) {
            findings.mistake(
                    key(ClientOption.BACKCHANNEL_LOGOUT_URI),
                    String.valueOf(uri),
                    "must have a public address, or one that oidc.outbound.allowed-addresses names");
        }
        return uri;
    }

    /** Servers and browsers are led there, so the rules are those of an address where a login begins. */
    private @Nullable String address(ClientOption option, RedirectUriRegistration registration) {
        Optional<String> uri = settings.find(key(option));
        uri.flatMap(registration::refusalOfInitiateLoginUri)
                .ifPresent(refusal -> findings.mistake(key(option), uri.orElse(""), refusal));
        return uri.orElse(null);
    }

    private Key key(ClientOption option) {
        return option.key(clientId);
    }
}
