package org.ostiary.ejb.authorize;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.visit.Visitor;

/**
 * Takes a person back to the client that they may not use. It has no transaction itself, because spending the form's token has
 * one and noting the answer another.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class ForbiddenService {

    @Inject
    InteractionDesk desk;

    @Inject
    FormTokens formTokens;

    @Inject
    SessionReader sessions;

    @Inject
    AnsweringService answering;

    /**
     * Notes that the person goes back; the client is told at the next look.
     *
     * @return false when the form is out of date; nothing happened then
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public boolean goBack(String interaction, String formToken, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        // The form says for which of the accounts of this browser it was shown.
        boolean ours = sessions.of(visitor.sessionCookie(), open.client())
                .first(each -> formTokens.use(FormBinding.FORBIDDEN, FormBinding.of(interaction, each), formToken))
                .isPresent();
        if (!ours) {
            return false;
        }
        answering.giveUp(interaction);
        return true;
    }
}
