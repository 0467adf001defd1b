package org.ostiary.ejb.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.fixture.GuardedMailServer;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;

/** A mail session with STARTTLS, user and password, at a mail server that demands all three. */
class GuardedMailTest {

    private static final String WRONG = "postage-stump";

    private final RunningProvider provider = RunningProvider.emptiedWithMail();
    private final String alice = provider.addOwnAccount("alice");
    private final Logger everything = Logger.getLogger("");
    private final Logger protocol = Logger.getLogger("org.eclipse.angus.mail");
    private final Log log = new Log();

    @BeforeEach
    void listen() {
        protocol.setLevel(Level.ALL);
        everything.addHandler(log);
    }

    @AfterEach
    void stopListening() {
        everything.removeHandler(log);
        protocol.setLevel(null);
    }

    @Test
    @DisplayName("RFC 3207, RFC 4954: mail is handed over behind TLS, after user and password")
    void deliversBehindTls() {
        try (GuardedMailServer server = new GuardedMailServer()) {
            write();
            assertThat(postman(server.route(GuardedMailServer.PASSWORD)).sendOne())
                    .isTrue();
            assertThat(server.taken()).singleElement().asString().contains("Subject: A subject", "A text.");
            assertThat(provider.database().count("outgoing_mail where sent_at is not null"))
                    .isOne();
        }
        assertThat(log.text()).doesNotContain(spellings(GuardedMailServer.PASSWORD));
    }

    @Test
    @DisplayName(
            "A wrong password is named in the log and never told there; the mail waits, and goes out with the right one")
    void triesAgainWithTheRightPassword() {
        try (GuardedMailServer server = new GuardedMailServer()) {
            write();
            assertThat(postman(server.route(WRONG)).sendOne()).isFalse();
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("The mail ")
                    .endsWith("(test) could not be sent; it is tried again:"
                            + " the mail server does not accept user and password of the mail session");
            assertThat(server.taken()).isEmpty();
            assertThat(provider.database().count("outgoing_mail where next_at is not null and tries = 1"))
                    .isOne();

            provider.clock().forward(OutboxService.DELAYS.get(0));
            assertThat(postman(server.route(GuardedMailServer.PASSWORD)).sendOne())
                    .isTrue();
            assertThat(server.taken()).hasSize(1);
        }
        assertThat(log.text())
                .contains("AuthenticationFailedException")
                .doesNotContain(spellings(WRONG))
                .doesNotContain(spellings(GuardedMailServer.PASSWORD));
    }

    /** As people write it, and as the protocol does (RFC 4616, section 2; the LOGIN mechanism). */
    private static List<String> spellings(String password) {
        return List.of(password, base64(password), base64("\0" + GuardedMailServer.USER + "\0" + password));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write() {
        provider.inTransaction(() -> {
            Account account = provider.service(Accounts.class).find(alice).orElseThrow();
            Letter letter = new Letter("A subject", "A text.");
            provider.service(Outbox.class).add(account, "alice@example.org", "test", letter, Duration.ofDays(2));
            return true;
        });
    }

    /** One as the container makes it, but with another way out. */
    @SuppressWarnings("UnnecessaryAssignment")
    private Postman postman(MailRoute route) {
        MailSender sender = new MailSender();
        sender.route = route;
        sender.config = provider.service(ProviderConfig.class);
        sender.clock = provider.service(Clock.class);
        Postman postman = new Postman();
        postman.outbox = provider.service(OutboxService.class);
        postman.sender = sender;
        return postman;
    }

    /** All that is logged, at every level, with the traces of what was thrown. */
    private static final class Log extends Handler {
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        Log() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        List<String> warnings() {
            return records.stream()
                    .filter(record -> record.getLevel().equals(Level.WARNING))
                    .map(LogRecord::getMessage)
                    .toList();
        }

        String text() {
            StringWriter text = new StringWriter();
            try (PrintWriter out = new PrintWriter(text)) {
                for (LogRecord record : records) {
                    out.println(record.getMessage());
                    if (record.getThrown() != null) {
                        record.getThrown().printStackTrace(out);
                    }
                }
            }
            return text.toString();
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
