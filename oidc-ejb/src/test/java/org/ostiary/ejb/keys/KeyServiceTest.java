package org.ostiary.ejb.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.ejb.config.SignatureProvider;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.TestDatabase;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.secret.WrongMasterKeyException;

class KeyServiceTest {

    private static final SampleConfig OTHER_KEY =
            SampleConfig.production().withMasterKey("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=");

    private final RunningProvider provider = RunningProvider.emptied();

    @Test
    @DisplayName(
            "A first start generates an RSA key of 3072 bits and stores its private part sealed; a restart keeps it")
    void generatesOnce() {
        TestDatabase database = new TestDatabase();
        RunningProvider first =
                new RunningProvider(database, SampleConfig.production().build());
        first.service(KeyService.class).open();
        JsonObject key = Jwt.json(publicKeys(first)).getJsonArray("keys").getJsonObject(0);
        assertThat(key.getString("kty")).isEqualTo("RSA");
        assertThat(key.getString("use")).isEqualTo("sig");
        assertThat(key.getString("alg")).isEqualTo("RS256");
        assertThat(key.getString("n")).hasSize(512);
        assertThat(key.getString("kid")).hasSize(43);
        assertThat(key.keySet()).containsExactlyInAnyOrder("kty", "use", "alg", "n", "e", "kid");
        assertThat(database.texts("select sealed_private from signing_key").get(0))
                .doesNotContain("RSA")
                .doesNotContain(key.getString("n").substring(0, 20));
        RunningProvider restarted =
                new RunningProvider(database, SampleConfig.production().build());
        restarted.service(KeyService.class).open();
        assertThat(publicKeys(restarted)).isEqualTo(publicKeys(first));
        assertThat(database.count("signing_key")).isOne();
    }

    @Test
    @DisplayName("Another master key fails the start with a sentence that says what to configure")
    void refusesAnotherMasterKey() {
        RunningProvider other = new RunningProvider(provider.database(), OTHER_KEY.build());
        assertThatThrownBy(() -> other.service(KeyService.class).open())
                .cause()
                .isInstanceOf(WrongMasterKeyException.class)
                .hasMessage("The master key does not open signing_key/sealed_private/small-key-of-tests:"
                        + " configure the key this database was made with (oidc.master-key or oidc.master-key-file)");
        assertThat(provider.database().count("signing_key")).isOne();
    }

    @Test
    @DisplayName("OIDC Core 10.1: what is signed verifies with the published key and names it")
    void signsForThePublishedKeys() throws JoseException {
        String token = provider.service(JwtSigner.class).sign(JwsAlgorithm.RS256, null, "{\"a\":1}");
        assertThat(Jwt.header(token).getString("alg")).isEqualTo("RS256");
        assertThat(Jwt.header(token).getString("kid")).isEqualTo("small-key-of-tests");
        assertThat(Jwt.header(token)).hasSize(2);
        assertThat(verifies(token)).isTrue();
        assertThat(verifies(token.substring(0, token.length() - 6) + "AAAAAA")).isFalse();
    }

    @ParameterizedTest
    @DisplayName("Every signature provider signs what verifies elsewhere")
    @EnumSource
    @SuppressWarnings("UnnecessaryAssignment") // Wired by hand, for another engine than the shared provider's.
    void signsWithEachProvider(SignatureProvider choice) throws JoseException {
        SignatureEngine engine = new SignatureEngine(choice);
        JwtSigner signer = new JwtSigner();
        signer.engine = engine;
        signer.keys = new KeyRing();
        OpenKey key = provider.service(KeyRing.class).signing(JwsAlgorithm.RS256);
        signer.keys.replace(
                List.of(new OpenKey(key.kid(), key.algorithm(), engine.translate(key.privateKey()), key.publicJwk())));
        assertThat(verifies(signer.sign(JwsAlgorithm.RS256, null, "{\"a\":1}"))).isTrue();
        assertThat(engine.name()).isNotEmpty();
    }

    private boolean verifies(String token) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        signature.setKey(
                new JsonWebKeySet(publicKeys(provider)).getJsonWebKeys().get(0).getKey());
        return signature.verifySignature();
    }

    private static String publicKeys(RunningProvider provider) {
        return provider.service(KeyRing.class).publicKeySet();
    }
}
