package org.ostiary.ejb.consent;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.ostiary.ejb.audit.AuditEvent.ConsentDenied;
import org.ostiary.ejb.audit.AuditEvent.ConsentGiven;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequestRules;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.consent.Consents;
import org.ostiary.persistence.interaction.Interactions;

/** Notes a decision: in its interaction always, for later requests where the client's consent mode remembers. */
@Stateless
public class DecisionService {

    @Inject
    Interactions interactions;

    @Inject
    Consents consents;

    @Inject
    ConsentItems items;

    @Inject
    ProviderConfig config;

    @Inject
    TokenHashes hashes;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Notes a yes to everything that was asked for. */
    public void allow(OpenInteraction open, Account account, RequestFacts facts) {
        Instant now = clock.instant();
        RegisteredClient client = open.client();
        Set<String> allowed = items.of(
                AuthorizationRequestRules.read(client, open.parameters(), config.authorizationRules()), client);
        interactions.consent(hashes.hash(open.handle()), account.id(), now);
        if (client.consentMode() == ConsentMode.AUTO || client.consentMode() == ConsentMode.PRE_CONFIGURED) {
            consents.remember(
                    account.id(), client.clientId(), allowed, now, now.plus(client.preConfiguredConsentDuration()));
        }
        audit.note(new ConsentGiven(account.id(), client.clientId(), Scopes.format(allowed)), facts);
    }

    /** Notes a no. Nothing is remembered: the next request asks again. */
    public void deny(OpenInteraction open, Account account, RequestFacts facts) {
        interactions.deny(hashes.hash(open.handle()), clock.instant());
        audit.note(new ConsentDenied(account.id(), open.client().clientId()), facts);
    }
}
