package org.ostiary.ejb.stepup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.audit.AuditEvent.SecondFactorFailed;
import org.ostiary.ejb.audit.AuditEvent.SecondFactorProved;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.authorize.AuthorizeService;
import org.ostiary.ejb.authorize.InteractionView;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.session.SessionCookie;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.session.SessionService;
import org.ostiary.ejb.stepup.StepUpOutcome.Proved;
import org.ostiary.ejb.stepup.StepUpOutcome.Reason;
import org.ostiary.ejb.stepup.StepUpOutcome.Refused;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.session.SessionStanding;

/**
 * What every factor's form has in common: it counts only while its page is what is missing, only once, and only for the
 * account that it was shown to; and what was proved raises the session. So no form is a way around something that comes first.
 */
@ApplicationScoped
public class StepUp {

    @Inject
    AuthorizeService authorize;

    @Inject
    FormTokens formTokens;

    @Inject
    SessionReader reader;

    @Inject
    SessionService sessions;

    @Inject
    AuditService audit;

    /** What is to be shown; empty when it is not this page's turn. */
    Optional<InteractionView> turn(Page page, String interaction, Visitor visitor) {
        return authorize.view(page, interaction, visitor);
    }

    /** Whom the page is about: of the accounts in this browser the one that the interaction goes on with. */
    Optional<SessionStanding> person(InteractionView view, Visitor visitor) {
        return reader.of(visitor.sessionCookie())
                .first(standing -> standing.account().username().equals(view.accountName()));
    }

    /** Who sends the form; empty when it is out of date or somebody else's. */
    Optional<SessionStanding> sender(String form, String interaction, String formToken, Visitor visitor) {
        return reader.of(visitor.sessionCookie())
                .first(standing -> formTokens.use(form, FormBinding.of(interaction, standing), formToken));
    }

    /** Raises the session by what was proved. */
    StepUpOutcome proved(SessionStanding standing, List<String> amr, String clientId, Visitor visitor) {
        String accountId = standing.account().id();
        Optional<SessionCookie> cookie = sessions.elevate(accountId, amr, visitor);
        if (cookie.isEmpty()) {
            return new Refused(Reason.STALE_FORM);
        }
        audit.note(new SecondFactorProved(accountId, clientId, String.join(" ", amr)), visitor.facts());
        return new Proved(cookie.get());
    }

    /** Notes a failure, and answers it. */
    StepUpOutcome refused(SessionStanding standing, Reason reason, String why, String clientId, Visitor visitor) {
        audit.note(new SecondFactorFailed(standing.account().id(), clientId, why), visitor.facts());
        return new Refused(reason);
    }
}
