package org.ostiary.ejb.admin.definition;

import static org.ostiary.persistence.client.CacheVersions.CLIENTS;
import static org.ostiary.persistence.client.CacheVersions.DEFINITIONS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.client.ClientRegistryService;
import org.ostiary.ejb.config.Definition;
import org.ostiary.ejb.definition.DefinitionShelf;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.client.CacheVersions;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.definition.StoredDefinition;
import org.ostiary.persistence.definition.StoredDefinitions;

/**
 * Writes what administrators define, together with all clients that refer to it. Each method raises the version of the clients
 * first, which holds their row: so nobody registers one meanwhile, and every node reads all of it again within five seconds.
 */
@Stateless
public class DefinitionStoreService {

    @Inject
    StoredDefinitions stored;

    @Inject
    CacheVersions versions;

    @Inject
    DefinitionShelf shelf;

    @Inject
    DefinitionUses uses;

    @Inject
    ClientRegistryService registry;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Adds one; false when there is one of that kind and name. */
    public boolean add(Definition definition, AuditEvent event, RequestFacts facts) {
        raise();
        if (find(definition).isPresent()) {
            return false;
        }
        stored.add(new StoredDefinition(
                definition.kind().value(), definition.name(), JsonText.object(definition.options()), clock.instant()));
        describeClientsAgain(definition);
        audit.note(event, facts);
        return true;
    }

    /**
     * Gives one other options.
     *
     * @param expected judges the state that it is in; nobody else changes it meanwhile
     * @param event what auditors read of a change of that state
     * @return whether it was in an expected state
     */
    public boolean change(
            Definition definition,
            Predicate<StoredDefinition> expected,
            Function<StoredDefinition, AuditEvent> event,
            RequestFacts facts) {
        raise();
        Optional<StoredDefinition> found = find(definition).filter(expected);
        found.ifPresent(known -> {
            audit.note(event.apply(known), facts);
            known.change(JsonText.object(definition.options()), clock.instant());
            describeClientsAgain(definition);
        });
        return found.isPresent();
    }

    /**
     * Deletes one that no client refers to.
     *
     * @param expected judges the state that it is in; nobody else changes it meanwhile
     * @return whether it was in an expected state
     * @throws AdminRefusal with the clients that refer to it
     */
    public boolean remove(
            Definition definition, Predicate<StoredDefinition> expected, AuditEvent event, RequestFacts facts) {
        raise();
        Optional<StoredDefinition> found = find(definition).filter(expected);
        found.ifPresent(known -> {
            requireUnused(definition);
            stored.remove(known);
            audit.note(event, facts);
        });
        return found.isPresent();
    }

    private void requireUnused(Definition definition) {
        List<String> clients = uses.of(definition.kind(), definition.name()).stream()
                .map(Client::clientId)
                .toList();
        if (!clients.isEmpty()) {
            throw new AdminRefusal(
                    AdminRefusal.Kind.CONFLICT,
                    AdminRefusal.conflict("definition-unused", "").rule(),
                    "Clients refer to it: give them another first",
                    clients);
        }
    }

    private void describeClientsAgain(Definition definition) {
        List<Definition> counting = shelf.counting();
        for (Client client : uses.registeredHere(definition.kind(), definition.name())) {
            registry.describeAgain(client, uses.under(counting, client), shelf.version());
        }
    }

    private Optional<StoredDefinition> find(Definition definition) {
        return stored.find(definition.kind().value(), definition.name());
    }

    private void raise() {
        versions.raise(CLIENTS);
        versions.raise(DEFINITIONS);
    }
}
