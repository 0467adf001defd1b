package org.ostiary.ejb.admin.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.client.ClientJudgement;
import org.ostiary.ejb.admin.client.ClientStates;
import org.ostiary.ejb.config.ConfigurationException;
import org.ostiary.ejb.config.ConfiguredClient;
import org.ostiary.ejb.config.Definition;
import org.ostiary.ejb.config.DefinitionKind;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.client.Clients;

/** The clients that refer to a policy, scope or claims policy, and what they would be under other ones. */
@ApplicationScoped
public class DefinitionUses {

    @Inject
    Clients clients;

    @Inject
    ClientStates states;

    @Inject
    ClientJudgement judgement;

    /** Those that refer to it, whether they are registered here or in the configuration. */
    List<Client> of(DefinitionKind kind, String name) {
        return clients.all().stream()
                .filter(client -> !client.deleted())
                .filter(client -> kind.namedBy(states.options(client)).contains(name))
                .toList();
    }

    /** Those that are registered here and refer to it; those of the configuration know its own alone. */
    List<Client> registeredHere(DefinitionKind kind, String name) {
        return of(kind, name).stream().filter(client -> !client.configured()).toList();
    }

    /**
     * The client under these.
     *
     * @throws AdminRefusal where the configuration of today does not allow the client: it would stay under the old ones
     */
    ConfiguredClient under(List<Definition> counting, Client client) {
        try {
            return judgement.under(counting, client.clientId(), states.options(client));
        } catch (ConfigurationException wrong) {
            throw new AdminRefusal(
                    AdminRefusal.Kind.CONFLICT,
                    AdminRefusal.conflict("definition-clients-right", "").rule(),
                    "The client " + client.clientId()
                            + " refers to it, and is not allowed by the configuration any more:"
                            + " give it other options first",
                    wrong.mistakes());
        }
    }
}
