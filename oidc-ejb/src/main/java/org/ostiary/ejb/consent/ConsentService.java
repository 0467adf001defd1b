package org.ostiary.ejb.consent;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.session.BrowserSessions;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.session.SessionStanding;

/**
 * Takes what a person decided on the consent page (OIDC Core 1.0, section 3.1.2.4). It has no transaction itself, because
 * spending the form's token has one and noting the decision another, and nobody may hold two connections.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class ConsentService {

    private static final List<String> HINTS = List.of("id_token_hint", "login_hint", "claims");

    @Inject
    InteractionDesk desk;

    @Inject
    FormTokens formTokens;

    @Inject
    SessionReader sessions;

    @Inject
    DecisionService decisions;

    /**
     * Notes the decision of the account that the form was shown to.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public ConsentOutcome decide(String interaction, boolean allow, String formToken, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        BrowserSessions browser = sessions.of(visitor.sessionCookie(), open.client());
        SessionStanding standing = browser.first(each -> goesOnWith(each, open, browser)
                        && formTokens.use(FormBinding.CONSENT, FormBinding.of(interaction, each), formToken))
                .orElse(null);
        if (standing == null) {
            return ConsentOutcome.STALE_FORM;
        }
        if (allow) {
            decisions.allow(open, standing.account(), visitor.facts());
        } else {
            decisions.deny(open, standing.account(), visitor.facts());
        }
        return ConsentOutcome.DECIDED;
    }

    /** Whether this is the account that was chosen for the request, else the one in use, or perhaps one that is hinted at. */
    private static boolean goesOnWith(SessionStanding each, OpenInteraction open, BrowserSessions browser) {
        if (open.interaction().chosen()) {
            return each.session().id().equals(open.interaction().chosenSession());
        }
        return each.session().isBehind(browser.handleHash()) || HINTS.stream().anyMatch(open.parameters()::has);
    }
}
