package org.ostiary.ejb.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.ostiary.ejb.meter.Meters;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.secret.WrongMasterKeyException;

class KeyServiceTest {

    private static final SampleConfig OTHER_KEY =
            SampleConfig.production().withMasterKey("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=");

    private final RunningProvider provider = RunningProvider.emptied();

    @Test
    @DisplayName(
            "A first start generates a key for each algorithm, RSA as long as configured, sealed; a restart keeps them")
    void generatesOnce() {
        TestDatabase database = new TestDatabase();
        RunningProvider first =
                new RunningProvider(database, SampleConfig.production().build());
        first.service(KeyService.class).open();
        Map<String, JsonObject> keys = keysByAlgorithm(first);
        assertThat(keys.keySet()).containsExactlyInAnyOrder("RS256", "PS256", "ES256", "ES384", "EdDSA");
        for (String rsa : List.of("RS256", "PS256")) {
            assertThat(key(keys, rsa).getString("n")).hasSize(342);
            assertThat(key(keys, rsa).keySet()).containsExactlyInAnyOrder("kty", "use", "alg", "n", "e", "kid");
        }
        assertThat(key(keys, "ES256").keySet()).containsExactlyInAnyOrder("kty", "use", "alg", "crv", "x", "y", "kid");
        assertThat(key(keys, "EdDSA").keySet()).containsExactlyInAnyOrder("kty", "use", "alg", "crv", "x", "kid");
        assertThat(keys.values())
                .allMatch(key -> key.getString("kid").length() == 43)
                .allMatch(key -> key.getString("use").equals("sig"))
                .extracting(key -> key.getString("kid"))
                .doesNotHaveDuplicates();
        assertThat(database.texts("select sealed_private from signing_key"))
                .noneMatch(
                        text -> text.contains("-----BEGIN") || text.contains("\"kty\"") || text.contains("eyJrdHki"));
        RunningProvider restarted =
                new RunningProvider(database, SampleConfig.production().build());
        restarted.service(KeyService.class).open();
        assertThat(publicKeys(restarted)).isEqualTo(publicKeys(first));
        assertThat(database.count("signing_key")).isEqualTo(5);
    }

    @Test
    @DisplayName("An installation that has one key keeps it and gets the others")
    void addsWhatIsMissing() {
        TestDatabase database = new TestDatabase();
        RunningProvider first =
                new RunningProvider(database, SampleConfig.production().build());
        first.service(KeyService.class).open();
        JsonObject kept = key(keysByAlgorithm(first), "RS256");
        database.execute("delete from signing_key where algorithm <> 'RS256'");
        RunningProvider updated =
                new RunningProvider(database, SampleConfig.production().build());
        updated.service(KeyService.class).open();
        assertThat(keysByAlgorithm(updated)).hasSize(5).containsEntry("RS256", kept);
    }

    @Test
    @DisplayName("Another master key fails the start with a sentence that says what to configure")
    void refusesAnotherMasterKey() {
        RunningProvider other = new RunningProvider(provider.database(), OTHER_KEY.build());
        assertThatThrownBy(() -> other.service(KeyService.class).open())
                .isInstanceOf(WrongMasterKeyException.class)
                .message()
                .startsWith("The master key does not open signing_key/sealed_private/")
                .endsWith(": configure the key this database was made with (oidc.master-key or oidc.master-key-file)");
        assertThat(provider.database().count("signing_key")).isEqualTo(5);
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 10.1: what is signed verifies with the published key, names it and says what it is")
    @EnumSource(names = {"RS256", "PS256", "ES256", "ES384", "EDDSA"})
    void signsForThePublishedKeys(JwsAlgorithm algorithm) throws JoseException {
        String token = provider.service(JwtSigner.class).sign(algorithm, "at+jwt", "{\"a\":1}");
        assertThat(Jwt.header(token).getString("alg")).isEqualTo(algorithm.value());
        assertThat(Jwt.header(token).getString("kid"))
                .isEqualTo(key(keysByAlgorithm(provider), algorithm.value()).getString("kid"));
        assertThat(Jwt.header(token).getString("typ")).isEqualTo("at+jwt");
        assertThat(Jwt.header(token)).hasSize(3);
        assertThat(verifies(token)).isTrue();
        assertThat(verifies(token.replaceFirst("\\.[^.]+\\.", ".eyJhIjoyfQ."))).isFalse();
    }

    @ParameterizedTest
    @DisplayName("Every signature provider signs what verifies elsewhere, by every algorithm")
    @EnumSource
    @SuppressWarnings("UnnecessaryAssignment") // Wired by hand, for another engine than the shared provider's.
    void signsWithEachProvider(SignatureProvider choice) throws JoseException {
        SignatureEngine engine = new SignatureEngine(choice);
        JwtSigner signer = new JwtSigner();
        signer.engine = engine;
        signer.proof = provider.service(SignatureProof.class);
        signer.meters = provider.service(Meters.class);
        signer.keys = new KeyRing();
        signer.keys.clock = provider.clock();
        KeyRing shared = provider.service(KeyRing.class);
        signer.keys.replace(
                1,
                JwsAlgorithm.SIGNING.stream()
                        .map(shared::signing)
                        .map(key -> new OpenKey(
                                key.kid(),
                                key.algorithm(),
                                engine.translate(Objects.requireNonNull(key.privateKey())),
                                key.publicJwk(),
                                key.publishedFrom(),
                                key.activeFrom(),
                                null,
                                null,
                                null))
                        .toList());
        for (JwsAlgorithm algorithm : JwsAlgorithm.SIGNING) {
            assertThat(verifies(signer.sign(algorithm, null, "{\"a\":1}")))
                    .as(algorithm.value())
                    .isTrue();
        }
        assertThat(engine.name()).isNotEmpty();
    }

    private boolean verifies(String token) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        String kid = signature.getKeyIdHeaderValue();
        signature.setKey(new JsonWebKeySet(publicKeys(provider))
                .findJsonWebKey(kid, null, "sig", null)
                .getKey());
        return signature.verifySignature();
    }

    private static JsonObject key(Map<String, JsonObject> keys, String algorithm) {
        return Objects.requireNonNull(keys.get(algorithm), algorithm);
    }

    private static Map<String, JsonObject> keysByAlgorithm(RunningProvider provider) {
        return Jwt.json(publicKeys(provider)).getJsonArray("keys").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(key -> key.getString("alg"), Function.identity()));
    }

    private static String publicKeys(RunningProvider provider) {
        return provider.service(KeyRing.class).publicKeySet();
    }
}
