package org.ostiary.ejb.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;

class SubjectImportTest {

    private static final String ONE = "00000000-0000-4000-8000-000000000001";
    private static final String TWO = "00000000-0000-4000-8000-000000000002";

    private final RunningProvider provider = RunningProvider.emptied();
    private final SubjectImports imports = provider.service(SubjectImports.class);

    @Test
    @DisplayName("Part 12: applications know people by the identifiers that Authelia gave them, and twice is like once")
    void bindsAccounts() {
        String alice = provider.addAccount("alice");
        SubjectImportResult first = take(identifier("Alice", "public", ONE), identifier("alice", "rp.test", TWO));
        assertThat(first).isEqualTo(new SubjectImportResult(false, 2, 0, 0, List.of()));
        assertThat(sub(alice, "public")).isEqualTo(ONE);
        assertThat(sub(alice, "rp.test")).isEqualTo(TWO);
        assertThat(take(identifier("alice", "public", ONE), identifier("alice", "rp.test", TWO)))
                .isEqualTo(new SubjectImportResult(false, 0, 0, 2, List.of()));
        assertThat(provider.audited("subjects_imported")).isOne();
    }

    @Test
    @DisplayName("Part 12: who has no account yet gets theirs with the account")
    void waitsForAccounts() {
        assertThat(take(identifier("carol", "public", ONE)).waiting()).isOne();
        assertThat(take(identifier("carol", "public", ONE)).unchanged()).isOne();
        String carol = provider.addAccount("carol");
        assertThat(sub(carol, "public")).isEqualTo(ONE);
        assertThat(provider.database().count("expected_subject")).isZero();
        assertThat(take(identifier("carol", "public", ONE)).unchanged()).isOne();
    }

    @Test
    @DisplayName("Part 12: one that waits is bound by the next import after the account is there")
    void bindsWhatWaited() {
        take(identifier("carol", "public", ONE));
        String carol = provider.addAccount("carol");
        assertThat(take(identifier("carol", "public", ONE)).bound()).isOne();
        assertThat(provider.database().count("expected_subject")).isZero();
        assertThat(sub(carol, "public")).isEqualTo(ONE);
    }

    @Test
    @DisplayName("OIDC Core 8: nothing that applications know is overwritten, and no identifier is given to another")
    void reportsConflicts() {
        String alice = provider.addAccount("alice");
        provider.addAccount("bob");
        String known = sub(alice, "public");
        SubjectImportResult result = take(
                identifier("alice", "public", ONE),
                identifier("bob", "public", known),
                identifier("carol", "public", known),
                identifier("dave", "public", TWO),
                identifier("erin", "public", TWO),
                identifier("dave", "public", ONE));
        assertThat(result.waiting()).isOne();
        assertThat(result.conflicts())
                .extracting(SubjectConflict::username)
                .containsExactly("alice", "bob", "carol", "erin", "dave");
        assertThat(sub(alice, "public")).isEqualTo(known);
        assertThat(result.conflicts().toString()).doesNotContain(known);
    }

    @Test
    @DisplayName("RFC 9700 4.15: who makes an account of somebody's name becomes nobody else by that")
    void givesNothingToStrangers() {
        String alice = provider.addAccount("alice");
        provider.database().execute("update account set origin = 'registration'");
        assertThat(take(identifier("alice", "public", ONE)).conflicts()).hasSize(1);
        take(identifier("bob", "public", TWO));
        String bob = provider.addAccount("bob");
        provider.database().execute("update account set origin = 'registration'");
        assertThat(sub(alice, "public")).isNotEqualTo(ONE);
        assertThat(sub(bob, "public")).isNotEqualTo(TWO);
    }

    @Test
    @DisplayName("Part 12: a dry run says what would be, and changes nothing")
    void onlyTells() {
        provider.addAccount("alice");
        List<ImportedIdentifier> file = List.of(identifier("alice", "public", ONE), identifier("carol", "public", TWO));
        SubjectImportResult told = imports.run(file, true);
        assertThat(told).isEqualTo(new SubjectImportResult(true, 1, 1, 0, List.of()));
        assertThat(provider.database().count("subject_identifier")).isZero();
        assertThat(provider.database().count("expected_subject")).isZero();
        assertThat(imports.run(file, false)).isEqualTo(new SubjectImportResult(false, 1, 1, 0, List.of()));
    }

    @RepeatedTest(3)
    @DisplayName("Part 12: eight first logins and an import in the same instant agree")
    void agreesInARace() throws InterruptedException {
        take(identifier("carol", "public", ONE));
        String carol = provider.addAccount("carol");
        List<String> subs = Race.run(8, () -> {
            imports.run(List.of(identifier("carol", "public", ONE)), false);
            return sub(carol, "public");
        });
        assertThat(subs).hasSize(8).containsOnly(ONE);
    }

    @Test
    @DisplayName("Part 12: more than one batch is taken as a whole")
    void takesManyBatches() {
        List<ImportedIdentifier> many = IntStream.range(0, 1200)
                .mapToObj(number ->
                        identifier("person" + number, "public", "00000000-0000-4000-8000-%012d".formatted(number)))
                .toList();
        assertThat(imports.run(many, false).waiting()).isEqualTo(1200);
        assertThat(imports.run(many, false).unchanged()).isEqualTo(1200);
    }

    private SubjectImportResult take(ImportedIdentifier... identifiers) {
        return imports.takeOver(List.of(identifiers), FACTS);
    }

    private static ImportedIdentifier identifier(String username, String sector, String sub) {
        return new ImportedIdentifier(username, username.toLowerCase(java.util.Locale.ROOT), sector, sub);
    }

    private String sub(String account, String sector) {
        Subjects subjects = provider.service(Subjects.class);
        return provider.inTransaction(() -> subjects.subOf(account, sector));
    }
}
