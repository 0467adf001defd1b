package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.consent.ConsentItems;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.protocol.authorize.RedirectTarget;
import org.ostiary.ejb.protocol.client.ClientConsent;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.session.SessionStanding;

/** Tells a page what it needs to ask its question. */
@ApplicationScoped
public class InteractionViews {

    @Inject
    FormTokens formTokens;

    InteractionView of(Page page, OpenInteraction open, Situation situation) {
        SessionStanding standing = situation.standing();
        RedirectTarget target = RedirectTarget.of(situation.redirect().redirectUri());
        return new InteractionView(
                open.handle(),
                open.client().clientId(),
                open.client().clientName(),
                target.host(),
                target.origin(),
                standing == null ? null : standing.account().username(),
                situation.request().hint().login(),
                accounts(situation),
                situation.request().locales().pages(),
                situation.request().display().value(),
                contacts(open.client()),
                situation.items(),
                rememberFor(open.client().consent()),
                formToken(page, open, situation));
    }

    /** Anyone in this browser may log in; only the account that is asked may prove more or decide. */
    private String formToken(Page page, OpenInteraction open, Situation situation) {
        SessionStanding standing = situation.standing();
        return switch (page) {
            case LOGIN -> formTokens.issue(FormBinding.LOGIN, FormBinding.of(open.handle()));
            case SECOND_FACTOR -> formTokens.issue(FormBinding.SECOND_FACTOR, FormBinding.of(open.handle(), standing));
            case ENROLMENT -> formTokens.issue(FormBinding.ENROLMENT, FormBinding.of(open.handle(), standing));
            case SELECT_ACCOUNT -> formTokens.issue(FormBinding.SELECT_ACCOUNT, FormBinding.of(open.handle()));
            case REGISTER -> formTokens.issue(FormBinding.REGISTER, FormBinding.of(open.handle()));
            case CONSENT ->
                formTokens.issue(
                        FormBinding.CONSENT,
                        FormBinding.of(open.handle(), standing, ConsentItems.seen(situation.items())));
            case FORBIDDEN -> formTokens.issue(FormBinding.FORBIDDEN, FormBinding.of(open.handle(), standing));
        };
    }

    private static List<AccountView> accounts(Situation situation) {
        return situation.browser().all().stream()
                .map(standing -> AccountView.of(
                        standing,
                        standing.session().isBehind(situation.browser().handleHash())))
                .toList();
    }

    /** Those of the policy, which knows who may let a person in; else those of the client. */
    private static List<String> contacts(RegisteredClient client) {
        Set<String> ofPolicy = client.authorizationPolicy().contacts();
        return List.copyOf(ofPolicy.isEmpty() ? client.about().contacts() : ofPolicy);
    }

    private static @Nullable Duration rememberFor(ClientConsent consent) {
        return consent.mode() == ConsentMode.PRE_CONFIGURED ? consent.remembered() : null;
    }
}
