package org.ostiary.ejb.authn;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import org.ostiary.ejb.audit.AuditEvent.LoginFailed;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.authn.LoginOutcome.Reason;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.session.NewLogin;
import org.ostiary.ejb.session.SessionService;
import org.ostiary.ejb.subject.Subjects;
import org.ostiary.ejb.visit.Visitor;

/**
 * Proves by a password who a person is.
 *
 * <p>Outside any transaction, because a password takes tens of milliseconds to hash and no connection should wait for it;
 * what must be written is written by services with transactions of their own. {@link Credentials} says why the time tells
 * no names apart, except where a digest was imported that costs more than ours.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class LoginService {

    /** RFC 8176, section 2. */
    private static final Set<String> BY_PASSWORD = Set.of("pwd");

    @Inject
    InteractionDesk desk;

    @Inject
    FormTokens formTokens;

    @Inject
    Credentials credentials;

    @Inject
    Subjects subjects;

    @Inject
    SessionService sessions;

    @Inject
    AuditService audit;

    @Inject
    ProviderConfig config;

    /**
     * Logs a person in.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public LoginOutcome login(String interaction, LoginForm form, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        if (!formTokens.use(FormBinding.LOGIN, FormBinding.of(interaction), form.formToken())) {
            return new LoginRefused(Reason.STALE_FORM);
        }
        String clientId = open.client().clientId();
        Candidate candidate = credentials.find(form.username());
        Proof proof = credentials.prove(candidate, form.password());
        Reason refused = proof.refused();
        if (refused != null) {
            audit.note(new LoginFailed(proof.accountId(), clientId, proof.why()), visitor.facts());
            return new LoginRefused(refused);
        }
        String accountId = Objects.requireNonNull(proof.accountId());
        // Made here, where no connection is held: the first redemption would need a second one for it.
        subjects.subOf(accountId, open.client().subject().sector());
        return new LoggedIn(sessions.begin(new NewLogin(accountId, BY_PASSWORD, form.remember(), open), visitor));
    }

    /** Whether a person may stay logged in after the browser is closed. */
    public boolean remembers() {
        return config.session().remembers();
    }
}
