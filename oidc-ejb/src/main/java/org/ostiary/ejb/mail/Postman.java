package org.ostiary.ejb.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends what the outbox holds. Never within a transaction. */
@ApplicationScoped
public class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class.getName());

    @Inject
    OutboxService outbox;

    @Inject
    MailSender sender;

    /** Sends one mail that is due; answers whether it makes sense to send another one now. */
    boolean sendOne() {
        Optional<SendableMail> due = outbox.take();
        if (due.isEmpty()) {
            return false;
        }
        SendableMail mail = due.get();
        try {
            sender.send(mail);
            outbox.sent(mail.id());
            return true;
        } catch (MailNotSent failure) {
            note(mail, failure);
            return failure.hopeless();
        }
    }

    private void note(SendableMail mail, MailNotSent failure) {
        boolean over = failure.hopeless() || mail.last();
        LOG.log(
                Level.WARNING,
                failure.getCause(),
                () -> "The mail " + mail.id() + " (" + mail.kind() + ") could not be sent"
                        + (over ? " and is given up: " : "; it is tried again: ") + failure.getMessage());
        if (over) {
            outbox.giveUp(mail.id(), mail.accountId(), mail.kind(), String.valueOf(failure.getMessage()));
        }
    }
}
