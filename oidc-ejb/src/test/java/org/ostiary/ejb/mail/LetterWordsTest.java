package org.ostiary.ejb.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ostiary.ejb.audit.AuditEvent.RecoveryCodesReplaced;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.language.Language;

class LetterWordsTest {

    @Test
    @DisplayName("Subjects and texts of an operator count before ours, each for its language; the others stay")
    void countBeforeOurs(@TempDir Path directory) throws IOException {
        // Another provider with the same mail server, which is empty from then on.
        RunningProvider.emptiedWithMail();
        Path file = Files.writeString(directory.resolve("own.properties"), """
                login.title=Welcome
                mail.recovery_codes_replaced.subject=New codes at Example
                mail.closing=Your team of {1}, phone 42
                """);
        Files.writeString(directory.resolve("own_de.properties"), "mail.closing=Ihre Leute von {1}");
        RunningProvider provider =
                RunningProvider.withMail(SampleConfig.production().withTexts(file));
        told(provider, "alice", "en");
        told(provider, "bob", "de");
        MailRound.sendAll(provider);
        assertThat(RunningProvider.mailServer().subjects())
                .containsExactlyInAnyOrder("New codes at Example", "Ihre Wiederherstellungscodes wurden ersetzt");
        assertThat(RunningProvider.mailServer().textsFor("alice@example.org"))
                .singleElement()
                .asString()
                .contains("New recovery codes were made for your account alice at id.example.org.")
                .endsWith("Your team of id.example.org, phone 42");
        assertThat(RunningProvider.mailServer().textsFor("bob@example.org"))
                .singleElement()
                .asString()
                .endsWith("Ihre Leute von id.example.org");
    }

    private static void told(RunningProvider provider, String name, String language) {
        String id = provider.addOwnAccount(name);
        provider.database()
                .execute(
                        "update account set email = ?, language = ? where id = ?", name + "@example.org", language, id);
        provider.service(AuditService.class).note(new RecoveryCodesReplaced(id), RunningProvider.FACTS);
    }

    @Test
    @DisplayName("What would make a letter fail, lose its link or grow a header is left out")
    void areLeftOutWhereALetterCouldNotHaveThem() {
        String link = "Dear {0}, {1} has a link for you, which works until {7}:\n\n{5}";
        Map<String, String> words = Map.ofEntries(
                Map.entry("login.title", "Welcome"),
                Map.entry("mail.login.title", "Welcome"),
                Map.entry("mail.closing", "Without our name"),
                Map.entry("mail.password_changed.subject", "Changed\nBcc: mallory@example.org"),
                Map.entry("mail.password_reset.subject", "A {link}"),
                Map.entry("mail.factor_added.subject", ""),
                Map.entry("mail.moment", "nonsense"),
                Map.entry("mail.password_reset.text", link),
                Map.entry("mail.password_reset_elsewhere.text", "{0} can't do this at {1}"),
                Map.entry("mail.new_device.text", "{0} isn''t alone at {1}"));
        assertThat(LetterWords.usable(words, Language.ENGLISH))
                .containsOnlyKeys("password_reset.text", "new_device.text");
    }

    @Test
    void writeMomentsByAPatternOfThem() {
        assertThat(LetterWords.usable(Map.of("mail.moment", "dd.MM.yyyy HH:mm"), Language.GERMAN))
                .hasSize(1);
    }
}
