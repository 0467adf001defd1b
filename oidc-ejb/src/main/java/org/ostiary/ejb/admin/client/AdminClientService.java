package org.ostiary.ejb.admin.client;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.IfMatch;
import org.ostiary.ejb.admin.PageKey;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobOrder;
import org.ostiary.ejb.admin.people.AdminGrantService;
import org.ostiary.ejb.admin.revoking.RevocationWork;
import org.ostiary.ejb.client.ClientRegistryService;
import org.ostiary.ejb.client.ClientService;
import org.ostiary.ejb.config.ConfiguredClient;
import org.ostiary.ejb.config.ConfiguredSecret;
import org.ostiary.ejb.config.Definition;
import org.ostiary.ejb.config.OptionDescription;
import org.ostiary.ejb.definition.DefinitionsMoved;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.client.Clients;

/**
 * The clients. Those of the configuration are only read; others are registered, changed and deleted here, by the same rules
 * ({@link ClientJudgement}). It has no transaction itself: a sector's list may have to be fetched first, and this node reads the clients again after all is written.
 *
 * <p>One file, because each operation is a few lines behind the same three questions: is there such a client, is it registered
 * here, and is it still in the state that the caller saw.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AdminClientService {

    private static final Logger LOG = Logger.getLogger(AdminClientService.class.getName());
    private static final int MOST_TRIES = 3;

    @Inject
    Clients clients;

    @Inject
    ClientRegistryService registry;

    @Inject
    ClientService memory;

    @Inject
    ClientJudgement judgement;

    @Inject
    ClientStates states;

    @Inject
    AdminJobService jobs;

    @Inject
    SecureTokens random;

    @Inject
    Clock clock;

    /**
     * A page of clients.
     *
     * @param after the identifier of the last one of the page before; null for the first page
     */
    public ClientPage page(String prefix, @Nullable String after, int limit) {
        int most = PageKey.limit(limit);
        List<Client> found = clients.page(prefix, after == null ? "" : after, most + 1);
        List<Client> shown = found.subList(0, Math.min(most, found.size()));
        return new ClientPage(
                shown.stream()
                        .map(client -> new ClientLine(client.clientId(), ClientStates.source(client), client.enabled()))
                        .toList(),
                found.size() > most ? shown.get(most - 1).clientId() : null);
    }

    /** One client. */
    public ClientView show(String clientId) {
        return states.view(require(clientId));
    }

    /** The options that a client can be registered with here, for a form. */
    public List<OptionDescription> options() {
        return judgement.describe();
    }

    /** One client that can be changed here. */
    public ClientView showRegisteredHere(String clientId) {
        return states.view(requireRegisteredHere(clientId));
    }

    /** Registers a client; its secret, where it needs one, is shown this once. */
    public ClientCreated create(Administrator administrator, ClientOrder order) {
        String id = order.clientId();
        long judgedUnder = judgement.definitions();
        String secret = judgement.needsSecret(id, order.options()) ? random.handle("") : "";
        ConfiguredClient client = judgement.readNew(id, order.options(), secret);
        register(client, order.options(), judgedUnder, administrator, OptionChanges.all(order.options()));
        return new ClientCreated(show(id), secret.isEmpty() ? null : secret);
    }

    /** One client, where there is one of that identifier. */
    public Optional<ClientView> find(String clientId) {
        return clients.find(clientId).filter(client -> !client.deleted()).map(states::view);
    }

    /** Refuses an identifier that a client had which is deleted. */
    public void requireNew(String clientId) {
        if (clients.find(clientId).filter(Client::deleted).isPresent()) {
            throw gone();
        }
    }

    /**
     * Registers a client that was registered elsewhere.
     *
     * @param client judged before, with digests of the secrets that it had there
     * @param options it was judged by
     * @param judgedUnder what {@link ClientJudgement#definitions} was before
     */
    public void register(
            Administrator administrator, ConfiguredClient client, Map<String, String> options, long judgedUnder) {
        register(client, options, judgedUnder, administrator, "client imported");
    }

    private void register(
            ConfiguredClient client,
            Map<String, String> options,
            long judgedUnder,
            Administrator administrator,
            String reason) {
        String id = client.client().clientId();
        if (!asJudged(() -> registry.register(
                client,
                JsonText.object(options),
                judgedUnder,
                administrator.did(null, id, reason),
                administrator.facts()))) {
            throw gone();
        }
        memory.refresh();
    }

    private static boolean asJudged(BooleanSupplier change) {
        try {
            return change.getAsBoolean();
        } catch (DefinitionsMoved moved) {
            throw AdminRefusal.conflict(
                    "definitions-as-judged",
                    "A policy or a scope was changed while the client was judged: send it again");
        }
    }

    private static AdminRefusal gone() {
        return AdminRefusal.conflict(
                "client-id-new", "There is, or was, a client of that identifier, and none is ever given again");
    }

    /**
     * Gives a client other options, all of them; its secrets stay.
     *
     * @param ifMatch the header that says which state it changes
     */
    public ClientView change(
            Administrator administrator, String clientId, ClientChange change, @Nullable String ifMatch) {
        Client known = requireRegisteredHere(clientId);
        IfMatch wanted = IfMatch.of(ifMatch);
        wanted.require(states.tag(known));
        long judgedUnder = judgement.definitions();
        ConfiguredClient client = judgement.readChanged(clientId, change.options());
        boolean changed = asJudged(() -> registry.change(
                client,
                JsonText.object(change.options()),
                judgedUnder,
                state -> wanted.admits(states.tag(state)),
                state -> administrator.did(
                        null, clientId, OptionChanges.between(states.options(state), change.options())),
                administrator.facts()));
        return after(changed, clientId);
    }

    /**
     * Deletes a client: all that it has ends, by a job where that is very much, and what people decided for it is forgotten.
     *
     * @param ifMatch the header that says which state it deletes
     */
    public ClientDeleted delete(Administrator administrator, String clientId, @Nullable String ifMatch) {
        Client known = requireRegisteredHere(clientId);
        IfMatch wanted = IfMatch.of(ifMatch);
        wanted.require(states.tag(known));
        if (!registry.delete(
                clientId,
                AdminGrantService.REASON,
                state -> wanted.admits(states.tag(state)),
                much -> order(administrator, JobKind.DELETE_CLIENT, clientId, much),
                ended -> administrator.did(null, clientId, ended),
                administrator.facts())) {
            throw IfMatch.stale();
        }
        memory.refresh();
        return new ClientDeleted(clientId, true);
    }

    /** Stops a client: it gets nothing until it is enabled again, and all that it has ends, by a job where that is very much. */
    public ClientView disable(Administrator administrator, String clientId) {
        requireRegisteredHere(clientId);
        registry.disable(
                clientId,
                AdminGrantService.REASON,
                much -> order(administrator, JobKind.DISABLE_CLIENT, clientId, much),
                ended -> administrator.did(null, clientId, ended),
                administrator.facts());
        return after(true, clientId);
    }

    private String order(Administrator administrator, JobKind kind, String clientId, int much) {
        return jobs.order(administrator, new JobOrder(kind, RevocationWork.subjectOfClient(clientId), much, List.of()));
    }

    /** Lets a client that was stopped work again; what it had stays ended. */
    public ClientView enable(Administrator administrator, String clientId) {
        requireRegisteredHere(clientId);
        registry.enable(clientId, administrator.did(null, clientId, null), administrator.facts());
        return after(true, clientId);
    }

    private ClientView after(boolean changed, String clientId) {
        if (!changed) {
            throw IfMatch.stale();
        }
        memory.refresh();
        return show(clientId);
    }

    /** Makes another secret, which is shown this once, and ends the others in time where that is wished for. */
    public SecretCreated addSecret(Administrator administrator, String clientId, SecretOrder order) {
        Map<String, String> options = states.options(requireRegisteredHere(clientId));
        if (!judgement.needsSecret(clientId, options)) {
            throw AdminRefusal.conflict("client-with-secret", "The client does not prove who it is by a secret");
        }
        String secret = random.handle("");
        ConfiguredClient client = judgement.read(clientId, options, secret);
        ConfiguredSecret made = client.secrets().get(0);
        Instant end = order.formerNotAfter();
        String id = registry.addSecret(
                        client,
                        made,
                        end,
                        administrator.did(null, clientId, end == null ? null : "the others until " + end),
                        administrator.facts())
                .orElseThrow(() -> AdminRefusal.conflict(
                        "two-secrets",
                        "At most " + ClientRegistryService.MOST_SECRETS + " secrets count at once: delete one first"));
        memory.refresh();
        return new SecretCreated(id, secret);
    }

    /** The same; the others end so long from now, and stay where that is null. */
    public SecretCreated addSecret(Administrator administrator, String clientId, @Nullable Duration formerFor) {
        return addSecret(
                administrator,
                clientId,
                new SecretOrder(formerFor == null ? null : clock.instant().plus(formerFor)));
    }

    /** Takes a secret from a client. */
    public ClientView removeSecret(Administrator administrator, String clientId, String secretId) {
        requireRegisteredHere(clientId);
        if (!registry.removeSecret(
                clientId, secretId, administrator.did(null, clientId, "secret " + secretId), administrator.facts())) {
            throw AdminRefusal.unknown("secret");
        }
        memory.refresh();
        return show(clientId);
    }

    /**
     * Lets the options of all clients that are registered here mean what they mean under today's configuration. Those that mean
     * what they did cost no statement, and no sector is asked for its list.
     */
    public void describeAgain() {
        List<Definition> counting = judgement.counting();
        for (Client client : clients.all()) {
            if (client.options() == null || client.deleted()) {
                continue;
            }
            try {
                if (!ClientRegistryService.described(
                        client, judgement.readHere(client.clientId(), states.options(client), counting))) {
                    describeAgain(client);
                }
            } catch (AdminRefusal wrong) {
                LOG.warning(() -> "The client " + client.clientId() + " stays as it was registered, because the"
                        + " configuration no longer allows it: " + String.join("; ", wrong.mistakes()));
            }
        }
        memory.refresh();
    }

    /** Judged again where a definition was changed meanwhile: another node may be serving. */
    private void describeAgain(Client client) {
        for (int tries = 1; ; tries++) {
            long judgedUnder = judgement.definitions();
            ConfiguredClient judged = judgement.read(client.clientId(), states.options(client));
            try {
                registry.describeAgain(client, judged, judgedUnder);
                return;
            } catch (DefinitionsMoved moved) {
                if (tries == MOST_TRIES) {
                    throw moved;
                }
            }
        }
    }

    private Client requireRegisteredHere(String clientId) {
        Client client = require(clientId);
        if (client.configured()) {
            throw AdminRefusal.conflict(
                    "client-registered-here",
                    "The client comes from the configuration: change it there, GET /configuration says in which source");
        }
        return client;
    }

    private Client require(String clientId) {
        return clients.find(clientId)
                .filter(client -> !client.deleted())
                .orElseThrow(() -> AdminRefusal.unknown("client"));
    }
}
