package org.ostiary.ejb.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.cleanup.CleanUpService;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleMailServer;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.cleanup.Leftover;
import org.ostiary.persistence.cleanup.Swept;

class PostmanTest {

    private static final String ADDRESS = "alice@example.org";
    private static final Duration WORTH = Duration.ofDays(2);

    private final RunningProvider provider = RunningProvider.emptiedWithMail();
    private final SampleMailServer mailServer = RunningProvider.mailServer();
    private final Postman postman = provider.service(Postman.class);
    private final Outbox outbox = provider.service(Outbox.class);
    private final String alice = provider.addOwnAccount("alice");

    private void write(String address, Letter letter, Duration worth) {
        provider.inTransaction(() -> {
            outbox.add(account(), address, "test", letter, worth);
            return true;
        });
    }

    private Account account() {
        return provider.service(Accounts.class).find(alice).orElseThrow();
    }

    private void write(String subject) {
        write(ADDRESS, new Letter(subject, "A text."), WORTH);
    }

    private long waiting() {
        return provider.database().count("outgoing_mail where next_at is not null");
    }

    @Test
    @DisplayName(
            "A mail is plain text in UTF-8 to one address, says that a program wrote it, and has the outbox's identifier")
    void sendsPlainText() throws MessagingException {
        write(ADDRESS, new Letter("Grüße", "Schöne Grüße,\nΩ"), WORTH);
        assertThat(postman.sendOne()).isTrue();
        MimeMessage message = mailServer.mail().get(0);
        assertThat(message.getSubject()).isEqualTo("Grüße");
        assertThat(mailServer.textsFor(ADDRESS)).containsExactly("Schöne Grüße,\nΩ");
        assertThat(message.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getFrom()[0]).hasToString(SampleMailServer.FROM);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String id = provider.database().texts("select id from outgoing_mail").get(0);
        assertThat(message.getMessageID()).isEqualTo("<" + id + "@id.example.org>");
    }

    @Test
    @DisplayName("A mail is sent once, and its text is not kept afterwards")
    void sendsOnce() {
        write("one");
        assertThat(postman.sendOne()).isTrue();
        assertThat(postman.sendOne()).isFalse();
        provider.clock().forward(Duration.ofDays(1));
        assertThat(postman.sendOne()).isFalse();
        assertThat(mailServer.mail()).hasSize(1);
        assertThat(provider.database().count("outgoing_mail where sent_at is not null and sealed_text is null"))
                .isOne();
    }

    @Test
    @DisplayName("What is rolled back is not told")
    void forgetsWhatIsRolledBack() {
        assertThatThrownBy(() -> provider.inTransaction(() -> {
                    outbox.add(account(), ADDRESS, "test", new Letter("a", "b"), WORTH);
                    throw new IllegalStateException("rolls back");
                }))
                .hasMessage("rolls back");
        assertThat(postman.sendOne()).isFalse();
    }

    @Test
    @DisplayName("Of many callers on two nodes one gets each mail")
    void givesEachMailToOneNode() throws InterruptedException {
        for (int each = 0; each < 20; each++) {
            write("mail " + each);
        }
        RunningProvider other = provider.anotherNode();
        OutboxService here = provider.service(OutboxService.class);
        OutboxService there = other.service(OutboxService.class);
        List<String> taken = Race.run(
                40,
                () -> (Thread.currentThread().getId() % 2 == 0 ? here : there)
                        .take()
                        .map(SendableMail::id)
                        .orElse("none"));
        List<String> ids = taken.stream().filter(id -> !id.equals("none")).toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("A mail server that is away is tried again, later and later, then the mail is given up and audited")
    void triesAgain() {
        mailServer.goAway();
        write(ADDRESS, new Letter("a", "b"), Duration.ofDays(30));
        for (Duration delay : OutboxService.DELAYS) {
            assertThat(postman.sendOne()).isFalse();
            assertThat(waiting()).isOne();
            provider.clock().forward(delay.minusSeconds(1));
            long tries = provider.database().count("outgoing_mail where tries = 0");
            assertThat(postman.sendOne()).isFalse();
            assertThat(tries).isZero();
            provider.clock().forward(Duration.ofSeconds(1));
        }
        assertThat(provider.audited("mail_given_up")).isZero();
        assertThat(postman.sendOne()).isFalse();
        assertThat(waiting()).isZero();
        assertThat(provider.database().texts("select tries from outgoing_mail")).containsExactly("7");
        assertThat(provider.database().texts("select reason from audit_record where event = 'mail_given_up'"))
                .singleElement()
                .asString()
                .startsWith("test: ");
        assertThat(provider.database().texts("select actor from audit_record where event = 'mail_given_up'"))
                .containsExactly("server");
    }

    @Test
    @DisplayName("A node that dies while it sends leaves the mail to a later try")
    void outlivesANode() {
        write("one");
        assertThat(provider.service(OutboxService.class).take()).isPresent();
        assertThat(postman.sendOne()).isFalse();
        provider.clock().forward(OutboxService.DELAYS.get(0));
        assertThat(postman.sendOne()).isTrue();
        assertThat(mailServer.subjects()).containsExactly("one");
    }

    @Test
    @DisplayName("What is not worth sending any more is given up")
    void givesUpWhatIsTooLate() {
        write(ADDRESS, new Letter("a", "b"), Duration.ofMinutes(15));
        provider.clock().forward(Duration.ofMinutes(15));
        assertThat(postman.sendOne()).isFalse();
        assertThat(mailServer.mail()).isEmpty();
        assertThat(provider.audited("mail_given_up")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@example.org\r\nBcc: mallory@example.org",
                "alice@example.org, mallory@example.org",
                "Alice <alice@example.org>, mallory@example.org",
                "not an address",
                "group:alice@example.org,mallory@example.org;"
            })
    @DisplayName("An address that is none, or more than one, gets nothing and no other try; the next mail goes out")
    void refusesWhatIsNotOneAddress(String address) {
        write(address, new Letter("a", "b"), WORTH);
        provider.clock().forward(Duration.ofSeconds(1));
        write("next");
        assertThat(postman.sendOne()).isTrue();
        assertThat(provider.audited("mail_given_up")).isOne();
        assertThat(postman.sendOne()).isTrue();
        assertThat(mailServer.subjects()).containsExactly("next");
    }

    @Test
    @DisplayName("Nothing that stands in a subject or a text becomes a header")
    void letsNothingBecomeAHeader() throws MessagingException {
        write(ADDRESS, new Letter("a\rBcc: mallory@example.org", "b\r\n.\r\nBcc: mallory@example.org"), WORTH);
        postman.sendOne();
        assertThat(mailServer.mail()).hasSize(1);
        MimeMessage message = mailServer.mail().get(0);
        assertThat(message.getRecipients(RecipientType.BCC)).isNull();
        assertThat(message.getHeader("Bcc")).isNull();
    }

    @Test
    @DisplayName("The text is sealed for its own row")
    void sealsTheText() {
        write(ADDRESS, new Letter("A subject", "a canary"), WORTH);
        Set<String> stored = provider.database().texts("select sealed_text from outgoing_mail").stream()
                .collect(Collectors.toSet());
        assertThat(stored).noneMatch(text -> text.contains("canary") || text.contains("subject"));
        provider.database()
                .execute("update outgoing_mail set sealed_text = (select sealed_text from outgoing_mail), id = 'x'");
        assertThat(postman.sendOne()).isFalse();
        assertThat(mailServer.mail()).isEmpty();
        assertThat(provider.audited("mail_given_up")).isOne();
    }

    @Test
    @DisplayName("What was sent is remembered a week")
    void tidiesUp() {
        write("one");
        postman.sendOne();
        CleanUpService cleanUp = provider.service(CleanUpService.class);
        provider.clock().forward(Duration.ofDays(7));
        assertThat(cleanUp.tidy(Leftover.OUTGOING_MAIL, Swept.START).deleted()).isZero();
        provider.clock().forward(Duration.ofSeconds(1));
        assertThat(cleanUp.tidy(Leftover.OUTGOING_MAIL, Swept.START).deleted()).isOne();
    }
}
