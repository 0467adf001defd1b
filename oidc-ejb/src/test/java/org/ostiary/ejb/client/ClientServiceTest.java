package org.ostiary.ejb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleClient.nativeClient;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.InvalidClient;

class ClientServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final ClientDirectory directory = provider.service(ClientDirectory.class);

    @Test
    @DisplayName("RFC 7591 2: a client is read back as it was configured, every member of it")
    void readsBackWhatWasConfigured() {
        SampleClient odd = nativeClient()
                .called("odd")
                .withRedirectUris("http://127.0.0.1/cb?x=%22", "com.example.app:/cb")
                .withScopes("openid")
                .withResponseModes("query")
                .withConsent(ConsentMode.EXPLICIT)
                .withOptionalScopes("email")
                .withRequiredScopes("profile")
                .withConsentRememberedFor(Duration.ofSeconds(90))
                .withSecondFactor()
                .withoutPkce();
        provider.configure(odd, confidentialClient());
        assertThat(directory.find("odd")).contains(odd.registered());
        assertThat(directory.find("app")).contains(confidentialClient().registered());
        assertThat(directory.find("nobody")).isEmpty();
    }

    @Test
    @DisplayName("A client that the configuration no longer names is disabled, never deleted, and comes back")
    void disablesWhatIsNoLongerNamed() {
        provider.configure(confidentialClient().called("other"));
        assertThat(directory.find("app")).isEmpty();
        assertThat(provider.database().texts("select enabled from client where client_id = 'app'"))
                .containsExactly("FALSE");
        provider.configure(confidentialClient());
        assertThat(directory.find("app")).isPresent();
    }

    @Test
    @DisplayName("A client that the configuration does not own is left alone")
    void leavesOtherClientsAlone() {
        provider.database().execute("update client set configured = false");
        provider.configure(confidentialClient().called("other"));
        assertThat(directory.find("app")).isPresent();
    }

    @Test
    @DisplayName("A new secret replaces the old one at once, also the one remembered in memory")
    void replacesSecrets() {
        assertThat(accepts(SampleClient.SECRET)).isTrue();
        provider.configure(confidentialClient().withSecret("$plaintext$another secret"));
        assertThat(accepts(SampleClient.SECRET)).isFalse();
        assertThat(accepts("another secret")).isTrue();
        assertThat(provider.database().count("client_secret")).isOne();
    }

    @Test
    @DisplayName("A client that becomes public keeps no secret")
    void dropsTheSecretOfAPublicClient() {
        provider.configure(publicClient());
        assertThat(provider.database().count("client_secret")).isZero();
        assertThat(accepts(SampleClient.SECRET)).isFalse();
    }

    @Test
    @DisplayName("No secret is stored as it is, and equal secrets of two clients do not look equal")
    void storesNoSecret() {
        provider.configure(confidentialClient(), confidentialClient().called("other"));
        List<String> digests = provider.database().texts("select digest from client_secret");
        assertThat(digests).hasSize(2).doesNotHaveDuplicates().noneMatch(digest -> digest.contains("secret"));
    }

    @Test
    @DisplayName("A slow digest is accepted, and stays one in the database")
    void acceptsSlowDigests() {
        String digest =
                "$argon2id$v=19$m=1024,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ$ckpELDUnb0gxCs5K1pHW0EzbiX9MYX4J1Eeww6A05BQ";
        provider.configure(confidentialClient().withSecret(digest));
        for (int each = 0; each < 2; each++) {
            assertThat(accepts("correct horse battery staple")).isTrue();
            assertThat(accepts("wrong")).isFalse();
        }
        assertThat(provider.database().texts("select digest from client_secret"))
                .containsExactly(digest);
        provider.configure(confidentialClient());
        assertThat(accepts("correct horse battery staple")).isFalse();
    }

    @Test
    @DisplayName("A secret that ran out is none")
    void refusesASecretThatRanOut() {
        provider.database()
                .execute(
                        "update client_secret set not_after = ?",
                        provider.clock().millis() + 1000);
        provider.database().execute("update cache_version set version = version + 1 where name = 'clients'");
        provider.service(ClientService.class).refresh();
        assertThat(accepts(SampleClient.SECRET)).isTrue();
        provider.clock().forward(Duration.ofSeconds(1));
        assertThat(accepts(SampleClient.SECRET)).isFalse();
    }

    @Test
    @DisplayName("Another node sees a change when it looks at the version, with one statement while nothing changed")
    void isSeenByAnotherNode() {
        RunningProvider node = new RunningProvider(
                provider.database(), SampleConfig.production().build());
        ClientService service = node.service(ClientService.class);
        service.refresh();
        assertThat(node.service(ClientDirectory.class).find("app")).isPresent();
        int before = provider.database().statements();
        service.refresh();
        assertThat(provider.database().statements() - before).isOne();
        provider.configure(confidentialClient().called("other"));
        service.refresh();
        assertThat(node.service(ClientDirectory.class).find("app")).isEmpty();
        assertThat(node.service(ClientDirectory.class).find("other")).isPresent();
    }

    private boolean accepts(String secret) {
        String pair = "app:" + secret.replace(' ', '+');
        String header = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
        try {
            provider.service(ClientAuthentication.class)
                    .authenticate(AuthenticatedEndpoint.TOKEN, header, RequestParameters.parse(""), FACTS);
            return true;
        } catch (InvalidClient refused) {
            return false;
        }
    }
}
