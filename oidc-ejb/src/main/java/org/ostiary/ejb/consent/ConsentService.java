package org.ostiary.ejb.consent;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.ostiary.ejb.audit.AuditEvent.ConsentDenied;
import org.ostiary.ejb.audit.AuditEvent.ConsentGiven;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.consent.Consents;
import org.ostiary.persistence.interaction.Interactions;
import org.ostiary.persistence.session.SessionStanding;

/** Takes what a person decided on the consent page (OIDC Core 1.0, section 3.1.2.4). */
@Stateless
public class ConsentService {

    @Inject
    InteractionDesk desk;

    @Inject
    FormTokens formTokens;

    @Inject
    SessionReader sessions;

    @Inject
    Interactions interactions;

    @Inject
    Consents consents;

    @Inject
    TokenHashes hashes;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Notes the decision of the account that is logged in.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public ConsentOutcome decide(String interaction, boolean allow, String formToken, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        SessionStanding standing =
                sessions.live(visitor.sessionCookie(), open.client().clientId()).orElse(null);
        if (standing == null
                || !formTokens.use(FormBinding.CONSENT, FormBinding.of(interaction, standing), formToken)) {
            return ConsentOutcome.STALE_FORM;
        }
        if (allow) {
            allow(open, standing.account(), visitor);
        } else {
            deny(open, standing.account(), visitor);
        }
        return ConsentOutcome.DECIDED;
    }

    private void allow(OpenInteraction open, Account account, Visitor visitor) {
        Instant now = clock.instant();
        RegisteredClient client = open.client();
        Set<String> scopes =
                new LinkedHashSet<>(Scopes.parse(open.parameters().find("scope").orElse("")));
        scopes.retainAll(client.scopes());
        interactions.consent(hashes.hash(open.handle()), account.id(), now);
        if (client.consentMode() == ConsentMode.AUTO || client.consentMode() == ConsentMode.PRE_CONFIGURED) {
            consents.remember(
                    account.id(), client.clientId(), scopes, now, now.plus(client.preConfiguredConsentDuration()));
        }
        audit.note(new ConsentGiven(account.id(), client.clientId(), Scopes.format(scopes)), visitor.facts());
    }

    /** Nothing is remembered: the next request asks again. */
    private void deny(OpenInteraction open, Account account, Visitor visitor) {
        interactions.deny(hashes.hash(open.handle()), clock.instant());
        audit.note(new ConsentDenied(account.id(), open.client().clientId()), visitor.facts());
    }
}
