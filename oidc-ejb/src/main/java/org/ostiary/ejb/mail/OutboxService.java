package org.ostiary.ejb.mail;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ostiary.ejb.audit.AuditEvent.MailGivenUp;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.Sealing;
import org.ostiary.ejb.secret.WrongMasterKeyException;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.mail.OutgoingMail;
import org.ostiary.persistence.mail.OutgoingMails;
import org.ostiary.persistence.sealed.SealedColumn;

/**
 * Gives each mail to one node at a time. Beginning a try sets the time of the next one, so that a node that dies while it sends
 * leaves nothing to be repaired; no connection is held while a mail server takes its time.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class OutboxService {

    /** How long after each try the next one is due; the shortest is longer than a try may take. */
    static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(3),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    private static final Logger LOG = Logger.getLogger(OutboxService.class.getName());
    private static final int BATCH = 20;

    @Inject
    OutgoingMails mails;

    @Inject
    Sealing sealing;

    @Inject
    SecureTokens random;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Takes the mail that waits longest, which is this caller's alone now; empty when none is due. */
    public Optional<SendableMail> take() {
        Instant now = clock.instant();
        for (OutgoingMail mail : mails.due(now, BATCH)) {
            if (mail.tries() > DELAYS.size() || !now.isBefore(mail.expiresAt())) {
                giveUp(mail.id(), mail.accountId(), mail.kind(), "too late");
                continue;
            }
            Instant next = now.plus(DELAYS.get(Math.min(mail.tries(), DELAYS.size() - 1)));
            if (!mails.begin(mail, next)) {
                continue;
            }
            boolean last = mail.tries() == DELAYS.size() || !next.isBefore(mail.expiresAt());
            try {
                return Optional.of(opened(mail, last));
            } catch (WrongMasterKeyException e) {
                LOG.log(Level.WARNING, "A mail in the outbox cannot be opened, so it is given up", e);
                giveUp(mail.id(), mail.accountId(), mail.kind(), "cannot be opened");
            }
        }
        return Optional.empty();
    }

    private SendableMail opened(OutgoingMail mail, boolean last) {
        String sealed = Objects.requireNonNull(mail.sealedText(), "a mail that waits has its text");
        String joined = sealing.open(SealedColumn.MAIL_TEXT.place(mail.id()), sealed);
        return new SendableMail(mail.id(), mail.accountId(), mail.kind(), mail.recipient(), Letter.of(joined), last);
    }

    /** The mail server took it. */
    public void sent(String id) {
        mails.sent(id, clock.instant());
    }

    /** It is never tried again. */
    public void giveUp(String id, String accountId, String kind, String reason) {
        if (mails.giveUp(id)) {
            audit.note(new MailGivenUp(accountId, kind + ": " + reason), RequestFacts.ofServer(random.uuid()));
        }
    }
}
