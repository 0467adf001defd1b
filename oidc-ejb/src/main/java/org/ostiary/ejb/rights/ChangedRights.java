package org.ostiary.ejb.rights;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks every five seconds for accounts and clients whose rights changed, on the node whose turn it is. A client with very many
 * grants takes minutes; accounts are looked for between its batches, so that who is locked out does not wait for it.
 */
@Singleton
@DependsOn("StartUp")
public class ChangedRights {

    private static final Logger LOG = Logger.getLogger(ChangedRights.class.getName());

    @Inject
    ChangedRightsService service;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        try {
            if (!service.accounts().isEmpty() || !service.clients().isEmpty()) {
                service.takeTurn().ifPresent(held -> new Turn(held).run());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What lost its right could not be ended; it counts for nothing all the same", e);
        }
    }

    /** One turn of this node, until nothing is left or another node has it. */
    private final class Turn {

        private Instant held;
        private boolean lost;
        private int revoked;

        private Turn(Instant held) {
            this.held = held;
        }

        private void run() {
            accounts();
            List<String> next = service.clients();
            while (!next.isEmpty() && !lost) {
                next.forEach(this::client);
                next = service.clients();
            }
            service.endTurn(held);
            if (revoked > 0) {
                LOG.info(() -> "Grants revoked, because their owners may not use the clients any more: " + revoked);
            }
        }

        private void accounts() {
            List<String> next = service.accounts();
            while (!next.isEmpty() && !lost) {
                next.forEach(this::account);
                next = service.accounts();
            }
        }

        private void account(String id) {
            try {
                Judged judged = Judged.NOTHING;
                while (!judged.complete() && stillMine()) {
                    judged = service.account(id);
                }
                revoked += judged.lost();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "What the account " + id + " granted could not be judged; it is tried again", e);
                service.restAccount(id);
            }
        }

        private void client(String id) {
            try {
                Judged judged = Judged.NOTHING;
                while (!judged.complete() && stillMine()) {
                    judged = service.client(id, judged);
                    accounts();
                }
                revoked += judged.lost();
            } catch (RuntimeException e) {
                LOG.log(
                        Level.WARNING,
                        "What the client " + id + " was granted could not be judged; it is tried again",
                        e);
                service.restClient(id);
            }
        }

        private boolean stillMine() {
            service.keepTurn(held).ifPresentOrElse(until -> held = until, () -> lost = true);
            return !lost;
        }
    }
}
