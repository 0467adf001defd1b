package org.ostiary.it.server;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real mail server on loopback. It takes mail for everybody, but only after STARTTLS (RFC 3207) and from who has its password
 * (RFC 4954), which may change.
 */
public final class Mailbox implements AutoCloseable {
    public static final String PASSWORD = "postage-stamp";

    static final String USER = "ostiary";

    private static final long LONGEST_WAIT = 60_000;

    private final List<Mail> mails = new ArrayList<>();
    private final SMTPServer server = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .startTlsSocketFactory(identity().context())
            .requireTLS()
            .requireAuth()
            .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(this::logIn))
            .messageHandler((connection, from, to, data) -> take(Mail.of(data)))
            .build();

    private volatile String password = PASSWORD;

    /** One that answers at once. */
    public Mailbox() {
        server.start();
    }

    private static TlsIdentity identity() {
        try {
            Path directory = Files.createTempDirectory("ostiary-mailbox");
            directory.toFile().deleteOnExit();
            return TlsIdentity.of("localhost", directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void logIn(String user, String given, MessageContext connection) throws LoginFailedException {
        if (!user.equals(USER) || !given.equals(password)) {
            throw new LoginFailedException();
        }
    }

    private synchronized void take(Mail mail) {
        mails.add(mail);
        notifyAll();
    }

    int port() {
        return server.getPortAllocated();
    }

    /** From now on it takes mail from nobody who has not this password. */
    public void changePassword(String next) {
        password = next;
    }

    /** Waits until so many mails have arrived, and answers them all, the earliest first. */
    public synchronized List<Mail> await(int count) {
        long deadline = System.nanoTime() + LONGEST_WAIT * 1_000_000;
        while (mails.size() < count) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("Only these mails arrived: " + mails);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return mails();
    }

    /** What has arrived so far, the earliest first. */
    public synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One mail. */
    public record Mail(String from, String to, String subject, String text) {
        static Mail of(byte[] data) {
            try {
                MimeMessage message =
                        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
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
