package org.ostiary.ejb.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleSecurityKey.PRESENT;
import static org.ostiary.ejb.fixture.SampleSecurityKey.VERIFIED;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleSecurityKey;

/** Web Authentication Level 2, sections 7.1 and 7.2: what an authenticator's answer must be, with one thing broken at a time. */
class SecurityKeyServiceTest {

    private static final String HERE = "the interaction";

    private final RunningProvider provider = RunningProvider.emptied();
    private final SecurityKeyService service = provider.service(SecurityKeyService.class);
    private final String alice = provider.addAccount("alice");
    private final SampleSecurityKey key = new SampleSecurityKey();

    SecurityKeyServiceTest() {
        assertThat(enrol(alice, key)).isTrue();
    }

    @Test
    @DisplayName("A key proves possession, and with user verification the person; the counter is kept")
    void proves() {
        assertThat(prove(key)).hasValueSatisfying(proved -> {
            assertThat(proved.accountId()).isEqualTo(alice);
            assertThat(proved.amr()).containsExactly("hwk", "pop", "user", "mfa");
        });
        assertThat(prove(key.withFlags(PRESENT)))
                .hasValueSatisfying(proved -> assertThat(proved.amr()).containsExactly("hwk", "pop", "mfa"));
        assertThat(provider.database().texts("select sign_count from security_key"))
                .containsExactly("2");
    }

    @Test
    @DisplayName("A passkey says who it is by its user handle, which means nothing elsewhere")
    void provesAnybody() {
        KeyChallenge ask = service.askAnybody(HERE);
        assertThat(ask.credentials()).isEmpty();
        assertThat(service.proveAnybody(new KeyAnswer(ask.token(), key.get(ask.challenge())), HERE, FACTS))
                .hasValueSatisfying(proved -> assertThat(proved.accountId()).isEqualTo(alice));
        KeyChallenge mine = service.askForNew(alice, HERE);
        assertThat(mine.userHandle()).hasSize(43).doesNotContain(alice);
        assertThat(mine.credentials()).containsExactly(key.credentialId());
    }

    static Stream<Named<Consumer<SampleSecurityKey>>> broken() {
        return Stream.of(
                Named.of("another origin", key -> key.atOrigin("https://id.example.org.evil.test")),
                Named.of("another port", key -> key.atOrigin("https://id.example.org:8443")),
                Named.of("another relying party", key -> key.forHost("example.org")),
                Named.of("an answer to create()", key -> key.sayingType("webauthn.create")),
                Named.of("nobody touched it", key -> key.withFlags(VERIFIED)),
                Named.of("a frame of another site", SampleSecurityKey::crossOrigin),
                Named.of("an unknown credential", key -> key.naming("dW5rbm93bg")),
                Named.of("another user handle", key -> key.withUserHandle("YW5vdGhlcg")),
                Named.of("a counter that went back", key -> key.countingFrom(3)),
                Named.of("a wrong signature", SampleSecurityKey::signingWrongly));
    }

    @ParameterizedTest
    @DisplayName("F20: refused, with one answer for all of it and the reason in the audit")
    @MethodSource("broken")
    void refuses(Consumer<SampleSecurityKey> breaking) {
        key.countingFrom(10);
        assertThat(prove(key)).isPresent();
        breaking.accept(key);
        assertThat(prove(key)).isEmpty();
        KeyChallenge ask = service.askAnybody(HERE);
        assertThat(service.proveAnybody(new KeyAnswer(ask.token(), key.get(ask.challenge())), HERE, FACTS))
                .isEmpty();
        assertThat(provider.audited("key_answer_refused")).isEqualTo(2);
    }

    @Test
    @DisplayName("F20: a counter that goes back is audited as a possible copy")
    void warnsOfCopies() {
        key.countingFrom(10);
        prove(key);
        prove(key.countingFrom(5));
        assertThat(provider.database().texts("select reason from audit_record where event = 'key_answer_refused'"))
                .containsExactly("counter went back: the key may be a copy");
        assertThat(provider.audited("key_copy_suspected")).isOne();
    }

    @Test
    @DisplayName("F20: without user verification a key is no passkey")
    void demandsVerificationOfPasskeys() {
        KeyChallenge ask = service.askAnybody(HERE);
        String json = key.withFlags(PRESENT).get(ask.challenge());
        assertThat(service.proveAnybody(new KeyAnswer(ask.token(), json), HERE, FACTS))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "Level 3, 7.2: who finds a key without a PIN can set one, so such a key is no passkey afterwards either")
    void demandsVerificationWhenAPasskeyIsMade() {
        SampleSecurityKey found = new SampleSecurityKey().withFlags(PRESENT);
        assertThat(enrol(alice, found)).isTrue();
        KeyChallenge ask = service.askAnybody(HERE);
        String json = found.withFlags(PRESENT | VERIFIED).get(ask.challenge());
        assertThat(service.proveAnybody(new KeyAnswer(ask.token(), json), HERE, FACTS))
                .isEmpty();
        assertThat(prove(found)).as("beside a password").isPresent();
    }

    @Test
    @DisplayName("F20: a challenge counts for what it was asked for only")
    void keepsPurposesApart() {
        KeyChallenge forSecondFactor = service.ask(alice, HERE).orElseThrow();
        KeyAnswer answer = new KeyAnswer(forSecondFactor.token(), key.get(forSecondFactor.challenge()));
        assertThat(service.proveAnybody(answer, HERE, FACTS)).isEmpty();
        KeyChallenge forNew = service.askForNew(alice, HERE);
        assertThat(service.prove(alice, new KeyAnswer(forNew.token(), key.get(forNew.challenge())), HERE, FACTS))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "F20: of four who enrol the same credential in the same instant one succeeds, and nobody sees a failure")
    void enrolsOnceInARace() throws InterruptedException {
        SampleSecurityKey shared = new SampleSecurityKey();
        List<Boolean> won = Race.run(4, () -> enrol(alice, shared));
        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    @DisplayName("F20: a challenge works once, for five minutes, where it was made, and for its own answer only")
    void spendsChallenges() {
        KeyChallenge ask = service.ask(alice, HERE).orElseThrow();
        KeyAnswer answer = new KeyAnswer(ask.token(), key.get(ask.challenge()));
        assertThat(service.prove(alice, answer, "another interaction", FACTS)).isEmpty();
        assertThat(service.prove(alice, answer, HERE, FACTS)).isPresent();
        assertThat(service.prove(alice, answer, HERE, FACTS)).as("again").isEmpty();
        KeyChallenge other = service.ask(alice, HERE).orElseThrow();
        assertThat(service.prove(alice, new KeyAnswer(other.token(), key.get(ask.challenge())), HERE, FACTS))
                .as("of another challenge")
                .isEmpty();
        KeyChallenge late = service.ask(alice, HERE).orElseThrow();
        provider.clock().forward(Duration.ofMinutes(5));
        assertThat(service.prove(alice, new KeyAnswer(late.token(), key.get(late.challenge())), HERE, FACTS))
                .as("late")
                .isEmpty();
    }

    @Test
    @DisplayName("F20: of four who send the same answer in the same instant one gets in")
    void spendsChallengesOnceInARace() throws InterruptedException {
        KeyChallenge ask = service.ask(alice, HERE).orElseThrow();
        KeyAnswer answer = new KeyAnswer(ask.token(), key.get(ask.challenge()));
        List<Boolean> won =
                Race.run(4, () -> service.prove(alice, answer, HERE, FACTS).isPresent());
        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    @DisplayName("F20: of four right answers with the same counter one gets in, whatever challenges they answer")
    void spendsCountersOnceInARace() throws InterruptedException {
        List<KeyAnswer> answers = Stream.generate(() -> service.ask(alice, HERE).orElseThrow())
                .limit(4)
                .map(ask -> new KeyAnswer(ask.token(), key.countingFrom(9).get(ask.challenge())))
                .toList();
        AtomicInteger next = new AtomicInteger();
        List<Boolean> won = Race.run(
                4,
                () -> service.prove(alice, answers.get(next.getAndIncrement()), HERE, FACTS)
                        .isPresent());
        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(provider.audited("key_copy_suspected")).isEqualTo(3);
    }

    @Test
    @DisplayName("F20: one account's key proves nothing about another, and cannot be enrolled twice")
    void keepsAccountsApart() {
        String bob = provider.addAccount("bob");
        assertThat(service.ask(bob, HERE)).isEmpty();
        KeyChallenge ask = service.ask(alice, HERE).orElseThrow();
        assertThat(service.prove(bob, new KeyAnswer(ask.token(), key.get(ask.challenge())), HERE, FACTS))
                .isEmpty();
        assertThat(enrol(bob, key)).isFalse();
        assertThat(provider.database().count("security_key")).isOne();
    }

    @Test
    @DisplayName("F20: what is no answer is refused, however large or deep")
    void refusesWhatIsNoAnswer() {
        for (String json : List.of("", "{", "[]", "null", "{}", "x".repeat(9000), "{\"a\":".repeat(1000))) {
            KeyChallenge ask = service.ask(alice, HERE).orElseThrow();
            assertThat(service.prove(alice, new KeyAnswer(ask.token(), json), HERE, FACTS))
                    .isEmpty();
            KeyChallenge fresh = service.askForNew(alice, HERE);
            assertThat(service.enrol(alice, "key", new KeyAnswer(fresh.token(), json), HERE, FACTS))
                    .isEmpty();
        }
    }

    private boolean enrol(String accountId, SampleSecurityKey with) {
        KeyChallenge ask = service.askForNew(accountId, HERE);
        String json = with.create(ask.challenge(), ask.userHandle());
        return service.enrol(accountId, "key", new KeyAnswer(ask.token(), json), HERE, FACTS)
                .isPresent();
    }

    private Optional<ProvedKey> prove(SampleSecurityKey with) {
        KeyChallenge ask = service.ask(alice, HERE).orElseThrow();
        return service.prove(alice, new KeyAnswer(ask.token(), with.get(ask.challenge())), HERE, FACTS);
    }
}
