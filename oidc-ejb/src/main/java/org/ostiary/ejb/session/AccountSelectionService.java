package org.ostiary.ejb.session;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.session.SelectionOutcome.Selected;
import org.ostiary.ejb.session.SelectionOutcome.StaleForm;
import org.ostiary.ejb.visit.Visitor;

/**
 * Takes the account that a person chose to go on with (OIDC Core 1.0, section 3.1.2.1, select_account). It has no transaction
 * itself, because spending the form's token has one and noting the choice another.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AccountSelectionService {

    @Inject
    InteractionDesk desk;

    @Inject
    FormTokens formTokens;

    @Inject
    SessionService sessions;

    /**
     * Notes the choice.
     *
     * @param session of the account chosen; empty for one that is not logged in yet
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public SelectionOutcome choose(String interaction, String session, String formToken, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        if (!formTokens.use(FormBinding.SELECT_ACCOUNT, FormBinding.of(interaction), formToken)) {
            return new StaleForm();
        }
        Optional<SessionCookie> cookie = sessions.choose(open, session, visitor);
        return new Selected(cookie.orElse(null));
    }

    /** Notes that the person wants none. */
    public SelectionOutcome cancel(String interaction, String formToken, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        if (!formTokens.use(FormBinding.SELECT_ACCOUNT, FormBinding.of(interaction), formToken)) {
            return new StaleForm();
        }
        sessions.cancel(open);
        return new Selected(null);
    }
}
