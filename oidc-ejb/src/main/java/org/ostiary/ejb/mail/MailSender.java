package org.ostiary.ejb.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;

/** Hands one mail to the mail server, as plain text to exactly one address. */
@ApplicationScoped
public class MailSender {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String LONGEST_WAIT = "15000";

    @Inject
    MailRoute route;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** Returns when the mail server has taken the mail. */
    void send(SendableMail mail) throws MailNotSent {
        try {
            Session session = route.session().orElseThrow(() -> new MessagingException("The mail session is gone"));
            boundWaiting(session.getProperties());
            MimeMessage message = message(session, mail);
            try (Transport transport = session.getTransport()) {
                transport.connect();
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (AddressException e) {
            throw MailNotSent.ever(e);
        } catch (AuthenticationFailedException e) {
            throw MailNotSent.notLetIn(e);
        } catch (SendFailedException e) {
            throw refused(e.getInvalidAddresses()) ? MailNotSent.ever(e) : MailNotSent.yet(e);
        } catch (MessagingException | UnsupportedEncodingException | RuntimeException e) {
            throw MailNotSent.yet(e);
        }
    }

    private static boolean refused(Address @Nullable [] invalid) {
        return invalid != null && invalid.length > 0;
    }

    private MimeMessage message(Session session, SendableMail mail)
            throws MessagingException, UnsupportedEncodingException {
        String site = URI.create(config.issuer().value()).getHost();
        MimeMessage message = new NamedMessage(session, "<" + mail.id() + "@" + site + ">");
        String from = config.mail().from();
        if (from == null) {
            message.setFrom();
        } else {
            message.setFrom(new InternetAddress(from, site, UTF_8));
        }
        message.setRecipient(RecipientType.TO, recipient(mail.recipient()));
        message.setSubject(mail.letter().subject(), UTF_8);
        message.setText(mail.letter().text(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // RFC 3834, section 5: no out-of-office reply to it.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** Exactly one address and nothing else, so that a stored text can never be a list, a group or a header. */
    private static InternetAddress recipient(String stored) throws AddressException {
        InternetAddress address = new InternetAddress(stored, true);
        if (address.isGroup() || !stored.equals(address.getAddress()) || stored.indexOf('@') < 1) {
            throw new AddressException("Not one address");
        }
        return address;
    }

    /** Without limits of its administrator a server that does not answer would hold this node's mail up for ever. */
    private static void boundWaiting(Properties properties) {
        for (String protocol : List.of("smtp", "smtps")) {
            for (String limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
                properties.putIfAbsent("mail." + protocol + "." + limit, LONGEST_WAIT);
            }
        }
    }

    /** Has the same identifier at each try, so that mail programs know a repetition (RFC 5322, section 3.6.4). */
    private static final class NamedMessage extends MimeMessage {
        private final String messageId;

        NamedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
