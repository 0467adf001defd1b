package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.protocol.client.ClientLogout;
import org.ostiary.ejb.protocol.client.RevokeOnLogout;

/** How a client may be told of a logout, and what is refused at the start. */
class ClientLogoutConfigurationTest {

    private static final String CLIENT = "oidc.client.app.";

    private final Configuration right = Configuration.withConfidentialClient();

    @Test
    @DisplayName("Without a word the client is not told, and what it was granted ends with the session")
    void standsForNothing() {
        assertThat(right.client().client().logout()).isEqualTo(ClientLogout.UNTOLD);
    }

    @Test
    void readsAll() {
        Configuration all = right.with(
                        CLIENT + "post-logout-redirect-uris", "https://app.example.org/bye,https://b.test/")
                .with(CLIENT + "backchannel-logout-uri", "https://app.example.org/back")
                .with(CLIENT + "backchannel-logout-session-required", "true")
                .with(CLIENT + "frontchannel-logout-uri", "https://app.example.org/front?x=1")
                .with(CLIENT + "frontchannel-logout-session-required", "true")
                .with(CLIENT + "revoke-on-logout", "always");
        assertThat(all.client().client().logout())
                .isEqualTo(new ClientLogout(
                        Set.of("https://app.example.org/bye", "https://b.test/"),
                        "https://app.example.org/back",
                        true,
                        "https://app.example.org/front?x=1",
                        true,
                        RevokeOnLogout.ALWAYS));
    }

    @ParameterizedTest
    @DisplayName(
            "L05, L07: what no browser or server of ours may be led to is refused, with the key and what would be right")
    @CsvSource({
        "post-logout-redirect-uris, javascript:alert(1), must be absolute",
        "post-logout-redirect-uris, http://app.example.org/bye, must begin with https://",
        "post-logout-redirect-uris, https://app.example.org/a/../b, must have no . or ..",
        "backchannel-logout-uri, http://app.example.org/back, must begin with https://",
        "backchannel-logout-uri, https://app.example.org/back#x, must have no fragment",
        "backchannel-logout-uri, https://user@app.example.org/back, must not contain a user name",
        "frontchannel-logout-uri, https://other.example.org/front, must have the scheme",
        "frontchannel-logout-uri, https://app.example.org:8443/front, must have the scheme",
        "revoke-on-logout, sometimes, must be one of"
    })
    void refuses(String key, String value, String message) {
        assertThat(right.with(CLIENT + key, value).report().mistakes())
                .singleElement()
                .asString()
                .contains(CLIENT + key, message);
    }

    @ParameterizedTest
    @DisplayName("L05: addresses that are not public are refused before anybody signs out")
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://sub.localhost/x",
                "https://[::1]/x",
                "https://169.254.169.254/latest",
                "https://10.0.0.1:8443/x"
            })
    void refusesPrivateAddresses(String uri) {
        Configuration told = right.with(CLIENT + "backchannel-logout-uri", uri);
        assertThat(told.report().mistakes()).singleElement().asString().contains("must have a public address");
        assertThat(told.with("oidc.outbound.allowed-addresses", "127.0.0.0/8,::1,169.254.0.0/16,10.0.0.0/8")
                        .report()
                        .mistakes())
                .isEmpty();
    }
}
