package org.ostiary.ejb.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.config.KeyOrders;
import org.ostiary.ejb.config.SignatureProvider;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.fixture.TestDatabase;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

@DisplayName("OIDC Core 10.1.1: signing keys follow one another, and nobody notices")
class KeyRotationServiceTest {

    private static final Duration PERIOD = SampleConfig.KEY_PERIOD;
    private static final Duration LEAD = SampleConfig.KEY_LEAD;
    private static final Duration RETENTION = SampleConfig.KEY_RETENTION;
    private static final Duration HINTS = Duration.ofDays(400);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Set<JwsAlgorithm> ALL = EnumSet.copyOf(JwsAlgorithm.SIGNING);

    private final TestDatabase database = new TestDatabase();
    private final RunningProvider node = node(SampleConfig.production());

    private RunningProvider node(SampleConfig config) {
        return new RunningProvider(
                database, config.withSignatureProvider(SignatureProvider.AUTO).build());
    }

    @BeforeEach
    void firstStart() {
        node.service(KeyService.class).open();
    }

    @Test
    @DisplayName(
            "The next key is published a lead before it signs, the last one as long after as anything it signed lives")
    void follows() {
        String first = signedBy(node);
        passTo(MovableClock.START.plus(PERIOD).minus(LEAD).minus(TICK));
        assertThat(published(node)).containsExactly(first);

        passTo(MovableClock.START.plus(PERIOD).minus(LEAD));
        assertThat(published(node)).hasSize(2).contains(first);
        assertThat(signedBy(node)).as("the next one waits").isEqualTo(first);

        passTo(MovableClock.START.plus(PERIOD).minus(TICK));
        assertThat(signedBy(node)).isEqualTo(first);
        passTo(MovableClock.START.plus(PERIOD));
        String second = signedBy(node);
        assertThat(second).isNotEqualTo(first);
        assertThat(published(node)).containsExactlyInAnyOrder(first, second);

        passTo(MovableClock.START.plus(PERIOD).plus(RETENTION).minus(TICK));
        assertThat(published(node)).containsExactlyInAnyOrder(first, second);
        passTo(MovableClock.START.plus(PERIOD).plus(RETENTION));
        assertThat(published(node)).containsExactly(second);
        assertThat(verifying(node)).as("for hints").containsExactlyInAnyOrder(first, second);

        passTo(MovableClock.START.plus(PERIOD).plus(HINTS));
        assertThat(verifying(node)).doesNotContain(first);
        assertThat(database.count("signing_key where kid = ?", first)).isZero();
    }

    @Test
    @DisplayName(
            "S25: an ID token whose key was retired since hints at its person as before, one that was changed does not")
    void takesHintsOfRetiredKeys() {
        node.configure(SampleClient.confidentialClient().withConsent(ConsentMode.IMPLICIT));
        node.addAccount("alice");
        SampleBrowser browser = new SampleBrowser(node);
        String hint = String.valueOf(new SampleTokens(node)
                .exchange(SampleRequest.validTokenRequest(browser.codeFor(SampleRequest.validRequest(), "alice")))
                .idToken());
        passTo(MovableClock.START.plus(PERIOD).minus(LEAD));
        passTo(MovableClock.START.plus(PERIOD));
        passTo(MovableClock.START.plus(PERIOD).plus(RETENTION));
        assertThat(node.service(KeyRing.class).publicKeySet())
                .doesNotContain(Jwt.header(hint).getString("kid"));

        SampleRequest hinted = SampleRequest.validRequest().with("id_token_hint", hint);
        String interaction = SampleBrowser.interactionOf(browser.start(hinted));
        browser.logIn(interaction, "alice", RunningProvider.PASSWORD);
        assertThat(SampleBrowser.codeOf(browser.resume(interaction))).isNotEmpty();
        int middle = hint.lastIndexOf('.') + 20;
        String changed =
                hint.substring(0, middle) + (hint.charAt(middle) == 'A' ? 'B' : 'A') + hint.substring(middle + 1);
        assertThatThrownBy(() -> browser.start(hinted.with("id_token_hint", changed)))
                .isInstanceOfSatisfying(
                        RedirectedError.class,
                        error -> assertThat(error.refusal().code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST));
    }

    @Test
    @DisplayName("Once a key can't sign any more its private part is destroyed, the public one stays")
    void destroysThePrivatePart() {
        String first = signedBy(node);
        passTo(MovableClock.START.plus(PERIOD).minus(LEAD));
        passTo(MovableClock.START.plus(PERIOD).plus(Duration.ofMinutes(4)));
        assertThat(withPrivatePart(first)).as("a slow clock may sign with it").isOne();
        passTo(MovableClock.START.plus(PERIOD).plus(Duration.ofMinutes(6)));
        assertThat(withPrivatePart(first)).isZero();
        assertThat(published(node)).contains(first);
    }

    private long withPrivatePart(String kid) {
        return database.count("signing_key where sealed_private is not null and kid = ?", kid);
    }

    @Test
    @DisplayName(
            "Through three rotations, seen every hour, all that is signed verifies with a key set of a max-age ago")
    void neverSurprises() {
        SignatureProof proof = node.service(SignatureProof.class);
        Instant end = MovableClock.START.plus(PERIOD.multipliedBy(3));
        int signed = 0;
        for (Instant now = MovableClock.START; now.isBefore(end); now = now.plus(Duration.ofHours(12))) {
            passTo(now);
            node.service(JwtSigner.class).sign(JwsAlgorithm.ES256, null, "{\"a\":1}");
            signed++;
            proof.check();
        }
        assertThat(proof.failed()).isZero();
        assertThat(proof.verified()).isEqualTo(signed);
        assertThat(database.count("audit_record where event = 'key_rotated'")).isEqualTo(3 * 5L);
    }

    @Test
    @DisplayName("The proof fails when a key signs that clients can't know yet")
    void proofCanFail() {
        passTo(MovableClock.START.plus(PERIOD).minus(LEAD));
        passTo(MovableClock.START.plus(PERIOD));
        database.execute("update signing_key set created_at = active_from - 60000 where signs_until is null");
        database.execute("update cache_version set version = version + 1");
        node.service(KeyService.class).refresh();
        node.service(JwtSigner.class).sign(JwsAlgorithm.ES256, null, "{\"a\":1}");
        node.service(SignatureProof.class).check();
        assertThat(node.service(SignatureProof.class).failed()).isOne();
    }

    @Test
    @DisplayName("Of many nodes that find a rotation due one makes the next keys")
    void oneNodeRotates() throws Exception {
        node.clock().set(MovableClock.START.plus(PERIOD));
        Race.run(8, () -> {
            node.service(KeyRotationService.class).keepRotating(RunningProvider.FACTS);
            return true;
        });
        assertThat(database.count("signing_key")).isEqualTo(10);
    }

    @Test
    @DisplayName("Another node signs with the same key at every moment, once it looked")
    void nodesAgree() {
        RunningProvider other = node(SampleConfig.production());
        other.service(KeyService.class).open();
        passTo(MovableClock.START.plus(PERIOD).minus(LEAD));
        other.service(KeyService.class).refresh();
        for (Duration after : List.of(TICK, LEAD.minus(TICK), LEAD, LEAD.plus(TICK))) {
            Instant moment = MovableClock.START.plus(PERIOD).minus(LEAD).plus(after);
            node.clock().set(moment);
            other.clock().set(moment);
            assertThat(signedBy(other)).isEqualTo(signedBy(node));
            assertThat(published(other)).isEqualTo(published(node));
        }
    }

    @Test
    @DisplayName("An operator rotates now: the next key waits for its lead; asked twice, it is one")
    void rotatesNow() {
        String first = signedBy(node);
        KeyRotationService rotation = node.service(KeyRotationService.class);
        Instant moment = rotation.rotate(JwsAlgorithm.ES256, RunningProvider.FACTS);
        assertThat(moment).isEqualTo(MovableClock.START.plus(LEAD));
        assertThat(rotation.rotate(JwsAlgorithm.ES256, RunningProvider.FACTS)).isEqualTo(moment);
        passTo(moment.minus(TICK));
        assertThat(signedBy(node)).isEqualTo(first);
        passTo(moment);
        assertThat(signedBy(node)).isNotEqualTo(first);
        assertThat(published(node)).hasSize(2);
    }

    @Test
    @DisplayName("A revoked key is published no more, verifies nothing, and another signs at once; it is audited")
    void revokes() {
        String first = signedBy(node);
        assertThat(node.service(KeyRotationService.class).revoke(first, RunningProvider.FACTS))
                .isTrue();
        node.service(KeyService.class).refresh();
        assertThat(published(node)).hasSize(1).doesNotContain(first);
        assertThat(verifying(node)).doesNotContain(first);
        assertThat(signedBy(node)).isNotEqualTo(first);
        assertThat(withPrivatePart(first)).isZero();
        assertThat(node.audited("key_revoked")).isOne();
        assertThat(node.service(KeyRotationService.class).revoke(first, RunningProvider.FACTS))
                .as("again")
                .isFalse();
    }

    @Test
    @DisplayName("Where a key was waiting already, it takes over from a revoked one")
    void revokesForTheWaiting() {
        String first = signedBy(node);
        node.service(KeyRotationService.class).rotate(JwsAlgorithm.ES256, RunningProvider.FACTS);
        node.service(KeyRotationService.class).revoke(first, RunningProvider.FACTS);
        node.service(KeyService.class).refresh();
        assertThat(database.count("signing_key where algorithm = 'ES256'")).isEqualTo(2);
        assertThat(signedBy(node)).isNotEqualTo(first);
    }

    @Test
    @DisplayName("Orders of the configuration are carried out at the start, once")
    void carriesOutOrders() {
        String first = signedBy(node);
        KeyOrders orders = new KeyOrders(List.of(), null, MovableClock.START.plus(TICK), Set.of(first));
        for (int start = 0; start < 3; start++) {
            RunningProvider restarted = node(SampleConfig.production().withKeyOrders(orders));
            restarted.clock().set(MovableClock.START.plus(Duration.ofMinutes(start + 1)));
            restarted.service(KeyService.class).open();
            restarted.service(KeyOrdering.class).carryOut();
            assertThat(signedBy(restarted)).isNotEqualTo(first);
        }
        assertThat(database.count("signing_key where algorithm = 'ES256'")).isEqualTo(2);
        assertThat(database.count("signing_key where algorithm = 'RS256'")).isEqualTo(2);
    }

    @Test
    @DisplayName("Switched off, nothing changes by itself")
    void switchedOff() {
        RunningProvider still = node(SampleConfig.production().withoutKeyRotation());
        still.service(KeyService.class).open();
        still.clock().set(MovableClock.START.plus(PERIOD.multipliedBy(2)));
        assertThat(still.service(KeyRotationService.class).due()).isFalse();
        still.service(KeyRotationService.class).keepRotating(RunningProvider.FACTS);
        assertThat(database.count("signing_key")).isEqualTo(5);
    }

    /** Lets time pass to there as the timer sees it. */
    private void passTo(Instant moment) {
        node.clock().set(moment);
        node.service(KeyService.class).refresh();
        if (node.service(KeyRotationService.class).due()) {
            node.service(KeyRotationService.class).keepRotating(RunningProvider.FACTS);
            node.service(KeyService.class).refresh();
        }
    }

    private static String signedBy(RunningProvider node) {
        String token = node.service(JwtSigner.class).sign(JwsAlgorithm.ES256, null, "{\"a\":1}");
        assertThat(node.service(JwtVerifier.class)
                        .verify(token, ALL, node.service(KeyRing.class).publicKeySet()))
                .isPresent();
        return Jwt.header(token).getString("kid");
    }

    private static List<String> published(RunningProvider node) {
        return es256(node.service(KeyRing.class).publicKeySet());
    }

    private static List<String> verifying(RunningProvider node) {
        return es256(node.service(KeyRing.class).verifyingKeySet());
    }

    private static List<String> es256(String keySet) {
        return Jwt.json(keySet).getJsonArray("keys").getValuesAs(JsonObject.class).stream()
                .filter(key -> key.getString("alg").equals("ES256"))
                .map(key -> key.getString("kid"))
                .toList();
    }
}
