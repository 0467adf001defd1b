package org.ostiary.ejb.client;

import static org.ostiary.persistence.client.CacheVersions.CLIENTS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ConfiguredClient;
import org.ostiary.ejb.config.ConfiguredSecret;
import org.ostiary.ejb.definition.DefinitionShelf;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.client.CacheVersions;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.client.ClientSecret;
import org.ostiary.persistence.client.Clients;
import org.ostiary.persistence.consent.Consents;
import org.ostiary.persistence.grant.ClientAccessTokens;
import org.ostiary.persistence.grant.GrantColumn;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.watched.ClientRequests;

/**
 * Registers clients while the server runs. Each method raises the version of the clients first, which holds their row: so of two
 * at once one waits, and every node reads them again within five seconds.
 */
@Stateless
public class ClientRegistryService {

    /** So many secrets of a client may count at once. */
    public static final int MOST_SECRETS = 2;

    /** So much of what a client has is ended in the transaction that stops it. */
    private static final int MOST_AT_ONCE = 500;

    @Inject
    Clients clients;

    @Inject
    Grants grants;

    @Inject
    ClientAccessTokens clientTokens;

    @Inject
    Consents consents;

    @Inject
    ClientRequests requests;

    @Inject
    CacheVersions versions;

    @Inject
    ClientSecrets secrets;

    @Inject
    DefinitionShelf definitions;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Adds a client.
     *
     * @param judgedUnder the version of the definitions that its options were judged under
     * @return false when there is, or was, one of that identifier
     */
    public boolean register(
            ConfiguredClient client, String options, long judgedUnder, AuditEvent event, RequestFacts facts) {
        versions.raise(CLIENTS);
        definitions.require(judgedUnder);
        String id = client.client().clientId();
        if (clients.find(id).isPresent()) {
            return false;
        }
        clients.add(Client.registered(id, ClientMetadataJson.write(client.client()), options, clock.instant()));
        client.secrets().forEach(secret -> clients.add(secrets.stored(id, signing(client), secret)));
        audit.note(event, facts);
        return true;
    }

    /**
     * Gives a registered client other options.
     *
     * @param judgedUnder the version of the definitions that they were judged under
     * @param expected judges the state that it is in; nobody else changes clients meanwhile
     * @param event what auditors read of a change of that state
     * @return whether it was in an expected state
     */
    public boolean change(
            ConfiguredClient client,
            String options,
            long judgedUnder,
            Predicate<Client> expected,
            Function<Client, AuditEvent> event,
            RequestFacts facts) {
        versions.raise(CLIENTS);
        definitions.require(judgedUnder);
        Optional<Client> found = registered(client.client().clientId()).filter(expected);
        found.ifPresent(known -> {
            audit.note(event.apply(known), facts);
            change(known, client, options);
        });
        return found.isPresent();
    }

    private void change(Client known, ConfiguredClient next, String options) {
        Instant now = clock.instant();
        ClientRights.compare(known, next.client(), now);
        known.change(ClientMetadataJson.write(next.client()), options, now);
    }

    /**
     * Lets the options of a registered client mean what they mean under today's configuration; nothing where somebody gave it
     * others meanwhile.
     *
     * @param read the client as it was when its options were judged
     * @param judgedUnder the version of the definitions that they were judged under
     */
    public void describeAgain(Client read, ConfiguredClient judged, long judgedUnder) {
        String options = read.options();
        if (options == null || described(read, judged)) {
            return;
        }
        versions.raise(CLIENTS);
        definitions.require(judgedUnder);
        registered(read.clientId())
                .filter(known -> options.equals(known.options()))
                .ifPresent(known -> change(known, judged, options));
    }

    /** Whether the client is already what it was judged to be. */
    public static boolean described(Client known, ConfiguredClient judged) {
        return ClientMetadataJson.write(judged.client()).equals(known.metadata());
    }

    /**
     * Ends a registered client with all that it has, and forgets what people decided for it; its identifier is never given to
     * another.
     *
     * @param expected judges the state that it is in; nobody else changes clients meanwhile
     * @param later orders a job, in the same transaction, where there is very much of it; answers its identifier
     * @param event what auditors read, with what came of what it had
     * @return whether it was in an expected state
     */
    public boolean delete(
            String clientId,
            String reason,
            Predicate<Client> expected,
            IntFunction<String> later,
            Function<String, AuditEvent> event,
            RequestFacts facts) {
        versions.raise(CLIENTS);
        Optional<Client> found = registered(clientId).filter(expected);
        found.ifPresent(known -> {
            known.delete(clock.instant());
            clients.secretsOf(clientId).forEach(clients::remove);
            audit.note(event.apply(end(clientId, reason, true, later)), facts);
        });
        return found.isPresent();
    }

    /**
     * Stops a registered client, and ends all that it has.
     *
     * @param later orders a job, in the same transaction, where there is very much of it; answers its identifier
     * @param event what auditors read, with what came of what it had
     */
    public void disable(
            String clientId,
            String reason,
            IntFunction<String> later,
            Function<String, AuditEvent> event,
            RequestFacts facts) {
        versions.raise(CLIENTS);
        registered(clientId).ifPresent(known -> known.disable(clock.instant()));
        audit.note(event.apply(end(clientId, reason, false, later)), facts);
    }

    /** Lets a registered client work again. */
    public void enable(String clientId, AuditEvent event, RequestFacts facts) {
        versions.raise(CLIENTS);
        registered(clientId).ifPresent(known -> known.enable(clock.instant()));
        audit.note(event, facts);
    }

    /** Lets the requests of a client be kept for its developer until then; null for no longer, and forgets those that were. */
    public void watch(String clientId, @Nullable Instant until, AuditEvent event, RequestFacts facts) {
        versions.raise(CLIENTS);
        clients.find(clientId).filter(client -> !client.deleted()).ifPresent(known -> known.watch(until));
        if (until == null) {
            requests.forget(clientId);
        }
        audit.note(event, facts);
    }

    /** A client that is stopped uses nothing any more, so what it has may end a little later. */
    private String end(String clientId, String reason, boolean forgotten, IntFunction<String> later) {
        Instant now = clock.instant();
        long much = grants.countWhere(GrantColumn.CLIENT, clientId)
                + clientTokens.countLive(clientId, now)
                + (forgotten ? consents.countOfClient(clientId) : 0);
        if (much > MOST_AT_ONCE) {
            return "ended by job " + later.apply((int) much);
        }
        String ended = "grants ended: " + grants.revokeWhere(GrantColumn.CLIENT, clientId, reason, now)
                + ", client tokens: " + clientTokens.revokeLive(clientId, now);
        return forgotten ? ended + ", consents forgotten: " + consents.forgetOfClient(clientId) : ended;
    }

    /**
     * Adds a secret.
     *
     * @param formerEnd when the others stop to count; null leaves them as they are
     * @return its identifier; empty when too many would count at once
     */
    public Optional<String> addSecret(
            ConfiguredClient client,
            ConfiguredSecret secret,
            @Nullable Instant formerEnd,
            AuditEvent event,
            RequestFacts facts) {
        versions.raise(CLIENTS);
        Instant now = clock.instant();
        String id = client.client().clientId();
        List<ClientSecret> former = clients.secretsOf(id);
        boolean formerStay = formerEnd == null || formerEnd.isAfter(now);
        if (formerStay && former.stream().filter(each -> each.usable(now)).count() >= MOST_SECRETS) {
            return Optional.empty();
        }
        if (formerEnd != null) {
            former.forEach(each -> each.end(formerEnd));
        }
        ClientSecret added = secrets.stored(id, signing(client), secret);
        clients.add(added);
        audit.note(event, facts);
        return Optional.of(added.id());
    }

    /** Takes a secret away; false when the client has none of that identifier. */
    public boolean removeSecret(String clientId, String secretId, AuditEvent event, RequestFacts facts) {
        versions.raise(CLIENTS);
        Optional<ClientSecret> found = clients.secretsOf(clientId).stream()
                .filter(secret -> secret.id().equals(secretId))
                .findFirst();
        found.ifPresent(secret -> {
            clients.remove(secret);
            audit.note(event, facts);
        });
        return found.isPresent();
    }

    private Optional<Client> registered(String clientId) {
        return clients.find(clientId).filter(client -> !client.configured() && !client.deleted());
    }

    private static boolean signing(ConfiguredClient client) {
        return client.client().authenticationMethods().contains(ClientAuthenticationMethod.CLIENT_SECRET_JWT);
    }
}
