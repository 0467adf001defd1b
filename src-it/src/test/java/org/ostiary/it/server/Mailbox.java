package org.ostiary.it.server;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** A real mail server on loopback, which takes mail for everybody from who has its password, and may be away for a while. */
public final class Mailbox implements AutoCloseable {
    static final String USER = "ostiary";
    static final String PASSWORD = "postage-stamp";

    private static final long LONGEST_WAIT = 60_000;

    private final int port = Ports.free();
    private GreenMail server = started();

    private GreenMail started() {
        GreenMail started = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.setUser(USER, PASSWORD);
        started.start();
        return started;
    }

    int port() {
        return port;
    }

    /** Nobody answers at its port any more; what it has taken is gone. */
    public void goAway() {
        server.stop();
    }

    /** It answers again, and is empty. */
    public void comeBack() {
        server = started();
    }

    /** Waits until so many mails have arrived, and answers them all, the earliest first. */
    public List<Mail> await(int count) {
        if (!server.waitForIncomingEmail(LONGEST_WAIT, count)) {
            throw new AssertionError("Only these mails arrived: " + mails());
        }
        return mails();
    }

    /** What has arrived so far, the earliest first. */
    public List<Mail> mails() {
        return Stream.of(server.getReceivedMessages()).map(Mail::of).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One mail. */
    public record Mail(String from, String to, String subject, String text) {
        static Mail of(MimeMessage message) {
            try {
                return new Mail(
                        message.getFrom()[0].toString(),
                        message.getAllRecipients()[0].toString(),
                        message.getSubject(),
                        ((String) message.getContent()).replace("\r\n", "\n"));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
