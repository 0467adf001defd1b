package org.ostiary.ejb.rights;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.audit.AuditEvent.SessionExpired;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.client.ClientService;
import org.ostiary.ejb.ending.EndReason;
import org.ostiary.ejb.ending.SessionEnding;
import org.ostiary.ejb.policy.Batch;
import org.ostiary.ejb.policy.LostRightsService;
import org.ostiary.ejb.policy.PolicyJudge;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.client.Clients;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.LoginSessions;
import org.ostiary.persistence.turn.Turns;

/**
 * Judges what accounts granted, and clients were granted, whose rights changed. The change itself left a mark in its own
 * transaction, so that no change is ever lost; a mark goes with the last batch, so that a node that dies in the middle leaves it
 * to another, which begins anew with that one. What was revoked before stays so.
 *
 * <p>Nobody is let in meanwhile: {@code IssuanceDoor} judges a grant whenever a code is redeemed, or a token refreshed or used.
 *
 * <p>Each method is a transaction of its own. It holds the row of the client or account first, as whoever changes one does.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class ChangedRightsService {

    /** The sessions of one batch. */
    static final int SESSIONS = 100;

    /** So many clients or accounts at once. */
    static final int MOST = 100;

    /** What still goes on by what it read of the account before is over by then. */
    static final Duration SETTLED_ACCOUNT = Duration.ofSeconds(2);

    /** By then every node knows the client, and grants nothing under its former policy. */
    static final Duration SETTLED_CLIENT = Duration.ofSeconds(10);

    /** Much longer than a batch takes. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** How long one rests that could not be judged. */
    static final Duration REST = Duration.ofMinutes(1);

    @Inject
    Accounts accounts;

    @Inject
    Clients clients;

    @Inject
    ClientService reading;

    @Inject
    LoginSessions sessions;

    @Inject
    SessionEnding ending;

    @Inject
    Grants grants;

    @Inject
    LostRightsService rights;

    @Inject
    Turns turns;

    @Inject
    SecureTokens random;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Takes the turn for some minutes; empty where another node has it. */
    public Optional<Instant> takeTurn() {
        Instant now = clock.instant();
        Instant until = now.plus(LEASE);
        return turns.take(Turns.RIGHTS, now, until) ? Optional.of(until) : Optional.empty();
    }

    /** Keeps a turn for some more minutes; empty where it was lost meanwhile. */
    public Optional<Instant> keepTurn(Instant held) {
        Instant until = clock.instant().plus(LEASE);
        return turns.keep(Turns.RIGHTS, held, until) ? Optional.of(until) : Optional.empty();
    }

    /** Gives a turn back. */
    public void endTurn(Instant held) {
        turns.keep(Turns.RIGHTS, held, Instant.EPOCH);
    }

    /** The ids of some accounts that are to be judged now. */
    public List<String> accounts() {
        return accounts.unjudged(clock.instant().minus(SETTLED_ACCOUNT), MOST);
    }

    /** The identifiers of some clients that are to be judged now. */
    public List<String> clients() {
        return clients.unjudged(clock.instant().minus(SETTLED_CLIENT), MOST);
    }

    /**
     * Ends the next sessions of an account that is disabled, and after the last of them all that it granted; revokes what one
     * that is not granted and may not have any more.
     */
    public Judged account(String id) {
        return accounts.findHeld(id)
                .filter(account -> account.rightsChangedAt() != null)
                .map(this::judge)
                .orElse(Judged.NOTHING.end(0));
    }

    private Judged judge(Account account) {
        if (account.disabled()) {
            List<LoginSession> next = sessions.unendedAfter(account.id(), "", SESSIONS);
            next.stream()
                    .filter(session -> ending.end(session, EndReason.ACCOUNT_DISABLED))
                    .forEach(session ->
                            audit.note(new SessionExpired(account.id(), EndReason.ACCOUNT_DISABLED.text()), facts()));
            if (next.size() == SESSIONS) {
                return Judged.NOTHING;
            }
            grants.revokeOthers(account.id(), "", EndReason.ACCOUNT_DISABLED.text(), clock.instant());
            account.rightsJudged();
            return Judged.NOTHING.end(0);
        }
        int lost = rights.revokeOf(account.id(), facts());
        account.rightsJudged();
        return Judged.NOTHING.end(lost);
    }

    /** Judges the next grants of a client; where it changed again meanwhile it is left for another time. */
    public Judged client(String id, Judged before) {
        return clients.findHeld(id)
                .filter(client -> client.rightsChangedAt() != null)
                .filter(client ->
                        before.changedAt() == null || before.changedAt().equals(client.rightsChangedAt()))
                .map(client -> judge(client, before))
                .orElse(before.end(0));
    }

    /** One that is stopped is judged when it is enabled again. */
    private Judged judge(Client client, Judged before) {
        RegisteredClient registered = reading.read(client);
        Batch batch = !client.enabled() || PolicyJudge.demandsNothing(registered.authorizationPolicy())
                ? new Batch("", 0, true)
                : rights.revoke(registered, before.last(), facts());
        if (batch.complete()) {
            client.rightsJudged();
            return before.end(batch.lost());
        }
        return new Judged(client.rightsChangedAt(), batch.last(), before.lost() + batch.lost(), false);
    }

    /** Lets an account rest that could not be judged, so that others get their turn. */
    public void restAccount(String id) {
        accounts.findHeld(id).ifPresent(account -> account.judgeRights(rested()));
    }

    /** The same for a client. */
    public void restClient(String id) {
        clients.findHeld(id).ifPresent(client -> client.judgeRights(rested()));
    }

    private Instant rested() {
        return clock.instant().plus(REST);
    }

    private RequestFacts facts() {
        return RequestFacts.ofServer(random.uuid());
    }
}
