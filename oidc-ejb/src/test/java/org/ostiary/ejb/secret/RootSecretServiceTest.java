package org.ostiary.ejb.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.config.SignatureProvider;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.TestDatabase;
import org.ostiary.ejb.keys.KeyRing;
import org.ostiary.ejb.keys.KeyService;
import org.ostiary.persistence.sealed.SealedColumn;

@DisplayName("One master key takes the place of another, and nothing is lost")
class RootSecretServiceTest {

    private static final String OLD = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String NEW = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    private final TestDatabase database = new TestDatabase();

    private RunningProvider node(String masterKey) {
        return started(SampleConfig.production().withMasterKey(masterKey));
    }

    private RunningProvider node(String masterKey, String otherKey) {
        return started(SampleConfig.production().withMasterKey(masterKey).withOtherMasterKey(otherKey));
    }

    private RunningProvider started(SampleConfig config) {
        RunningProvider node = new RunningProvider(
                database, config.withSignatureProvider(SignatureProvider.AUTO).build());
        node.service(RootSecretService.class).open();
        node.service(KeyService.class).open();
        return node;
    }

    private static void sealAll(RunningProvider node) {
        RootSecretService roots = node.service(RootSecretService.class);
        for (SealedColumn column : SealedColumn.values()) {
            assertThat(roots.sealAnew(nameOf(node), column, "").unopened()).isEmpty();
        }
    }

    private static String nameOf(RunningProvider node) {
        return node.service(Sealing.class).keyName();
    }

    @Test
    @DisplayName("With both keys all is open; sealed anew, the old key is needed no more, and hashes are the same")
    void changes() {
        RunningProvider before = node(OLD);
        String keys = before.service(KeyRing.class).publicKeySet();
        String hash = before.service(TokenHashes.class).hash("a token");
        sealAll(node(NEW, OLD));
        RunningProvider after = node(NEW);
        assertThat(after.service(KeyRing.class).publicKeySet()).isEqualTo(keys);
        assertThat(after.service(TokenHashes.class).hash("a token")).isEqualTo(hash);
        assertThat(after.service(TokenHashes.class).mark("a text"))
                .isEqualTo(before.service(TokenHashes.class).mark("a text"));
    }

    @Test
    @DisplayName("The old key alone opens nothing any more, and the start says so in one sentence")
    void refusesTheOldKey() {
        node(OLD);
        sealAll(node(NEW, OLD));
        assertThatThrownBy(() -> node(OLD))
                .isInstanceOf(WrongMasterKeyException.class)
                .hasMessageContaining("installation_secret/sealed/hash-root")
                .hasMessageContaining("oidc.master-key");
    }

    @Test
    @DisplayName("After an end in the middle the rest is sealed anew at the next start, and nothing twice")
    void goesOn() {
        node(OLD);
        RunningProvider interrupted = node(NEW, OLD);
        interrupted
                .service(RootSecretService.class)
                .sealAnew(nameOf(interrupted), SealedColumn.INSTALLATION_SECRET, "");
        List<String> half = database.texts("select sealed from installation_secret");
        assertThatThrownBy(() -> node(NEW).service(KeyService.class).open()).isInstanceOf(RuntimeException.class);
        sealAll(node(NEW, OLD));
        assertThat(database.texts("select sealed from installation_secret")).isEqualTo(half);
        assertThat(node(NEW).service(KeyRing.class).publicKeySet()).contains("ES256");
    }

    @Test
    @DisplayName("While nodes change one after the other, each opens what the others seal")
    void sideBySide() {
        RunningProvider first = node(OLD, NEW);
        RunningProvider second = node(NEW, OLD);
        String byNew = second.service(Sealing.class).seal("place", "text");
        String byOld = first.service(Sealing.class).seal("place", "text");
        assertThat(first.service(Sealing.class).open("place", byNew)).isEqualTo("text");
        assertThat(second.service(Sealing.class).open("place", byOld)).isEqualTo("text");
        assertThatThrownBy(() -> second.service(Sealing.class).open("elsewhere", byOld))
                .isInstanceOf(WrongMasterKeyException.class);
        Sealing notChangedYet = first.service(Sealing.class);
        assertThat(notChangedYet.sealedAnew("place", byNew, nameOf(second)))
                .as("a node that still has the old key first leaves what is sealed under the new one")
                .isEmpty();
        String anew = notChangedYet.sealedAnew("place", byOld, nameOf(second)).orElseThrow();
        assertThat(node(NEW, OLD).service(Sealing.class).sealedAnew("place", anew, nameOf(second)))
                .isEmpty();
        assertThatThrownBy(() -> notChangedYet.sealedAnew("place", byOld, "0123456789abcdef"))
                .isInstanceOf(UnknownMasterKeyException.class)
                .hasMessageContaining("0123456789abcdef");
    }
}
