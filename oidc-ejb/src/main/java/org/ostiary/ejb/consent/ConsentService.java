package org.ostiary.ejb.consent;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import org.ostiary.ejb.claims.ScopeClaims;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequestRules;
import org.ostiary.ejb.session.BrowserSessions;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.consent.ConsentItem;
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
    ConsentItems items;

    @Inject
    ProviderConfig config;

    @Inject
    ScopeClaims scopeClaims;

    @Inject
    DecisionService decisions;

    /**
     * Notes the decision of the account that the form was shown to.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public ConsentOutcome decide(String interaction, ConsentForm form, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        BrowserSessions browser = sessions.of(visitor.sessionCookie(), open.client());
        SessionStanding standing = browser.first(each -> goesOnWith(each, open, browser)
                        && formTokens.use(FormBinding.CONSENT, binding(open, each), form.formToken()))
                .orElse(null);
        if (standing == null) {
            return ConsentOutcome.STALE_FORM;
        }
        List<AskedItem> asked = asked(open, standing);
        if (!form.allow()) {
            decisions.deny(open, standing.account(), visitor.facts());
            return ConsentOutcome.DECIDED;
        }
        return allow(open, standing, asked, form, visitor);
    }

    /** Whether this is the account that was chosen for the request, else the one in use, or perhaps one that is hinted at. */
    private static boolean goesOnWith(SessionStanding each, OpenInteraction open, BrowserSessions browser) {
        if (open.interaction().chosen()) {
            return each.session().id().equals(open.interaction().chosenSession());
        }
        return each.session().isBehind(browser.handleHash()) || HINTS.stream().anyMatch(open.parameters()::has);
    }

    /** Browsers without scripts cannot hold anyone back, so what must not be left out is judged here. */
    private ConsentOutcome allow(
            OpenInteraction open, SessionStanding standing, List<AskedItem> asked, ConsentForm form, Visitor visitor) {
        if (asked.stream().anyMatch(item -> item.required() && !form.allows(item))) {
            return ConsentOutcome.REQUIRED_LEFT_OUT;
        }
        if (asked.stream().noneMatch(item -> ConsentItem.isScope(item.item()) && form.allows(item))) {
            return ConsentOutcome.NOTHING_ALLOWED;
        }
        decisions.allow(open, standing.account(), asked, form, visitor.facts());
        return ConsentOutcome.DECIDED;
    }

    private String binding(OpenInteraction open, SessionStanding standing) {
        return FormBinding.of(open.handle(), standing, ConsentItems.seen(asked(open, standing)));
    }

    private List<AskedItem> asked(OpenInteraction open, SessionStanding standing) {
        return items.of(
                AuthorizationRequestRules.read(
                        open.client(), open.parameters(), config.authorizationRules(scopeClaims.scopes())),
                open.client(),
                standing.consents());
    }
}
