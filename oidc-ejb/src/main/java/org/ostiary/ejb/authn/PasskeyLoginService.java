package org.ostiary.ejb.authn;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.ostiary.ejb.accounts.AccountConfirmation;
import org.ostiary.ejb.accounts.AccountUnconfirmed;
import org.ostiary.ejb.accounts.OutsideAccountService;
import org.ostiary.ejb.audit.AuditEvent.LoginFailed;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.authn.LoginOutcome.Reason;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.regulation.KnownDevices;
import org.ostiary.ejb.session.NewLogin;
import org.ostiary.ejb.session.SessionService;
import org.ostiary.ejb.subject.Subjects;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.ejb.webauthn.KeyAnswer;
import org.ostiary.ejb.webauthn.KeyChallenge;
import org.ostiary.ejb.webauthn.ProvedKey;
import org.ostiary.ejb.webauthn.SecurityKeyService;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;

/**
 * Proves by a passkey who a person is, without a username: its authenticator verified the person and holds the key, which is two
 * factors at once. It has no transaction itself, for the reason that {@link LoginService} has none.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class PasskeyLoginService {

    @Inject
    InteractionDesk desk;

    @Inject
    FormTokens formTokens;

    @Inject
    SecurityKeyService keys;

    @Inject
    Accounts accounts;

    @Inject
    AccountConfirmation confirmation;

    @Inject
    OutsideAccountService outside;

    @Inject
    KnownDevices devices;

    @Inject
    Subjects subjects;

    @Inject
    SessionService sessions;

    @Inject
    AuditService audit;

    /** The question for a passkey of anybody, within this interaction. */
    public KeyChallenge ask(String interaction) {
        return keys.askAnybody(FormBinding.of(interaction));
    }

    /**
     * Logs a person in.
     *
     * @throws org.ostiary.ejb.interaction.InteractionOver when the interaction can't go on in this browser
     */
    public LoginOutcome login(String interaction, KeyAnswer answer, String formToken, Visitor visitor) {
        OpenInteraction open = desk.require(interaction, visitor);
        if (!formTokens.use(FormBinding.LOGIN, FormBinding.of(interaction), formToken)) {
            return new LoginRefused(Reason.STALE_FORM);
        }
        String clientId = open.client().clientId();
        Optional<ProvedKey> proved = keys.proveAnybody(answer, FormBinding.of(interaction), visitor.facts());
        Optional<Account> account = proved.flatMap(key -> today(key.accountId(), visitor));
        if (proved.isEmpty() || account.isEmpty() || account.get().disabled()) {
            String accountId = proved.map(ProvedKey::accountId).orElse(null);
            audit.note(new LoginFailed(accountId, clientId, "passkey refused"), visitor.facts());
            return new LoginRefused(Reason.INVALID_CREDENTIALS);
        }
        String accountId = account.get().id();
        subjects.subOf(accountId, open.client().subject().sector());
        NewLogin login =
                new NewLogin(accountId, new LinkedHashSet<>(proved.get().amr()), false, open);
        return new LoggedIn(sessions.begin(login, visitor), devices.remember(visitor.deviceCookie(), accountId));
    }

    /** The account as it is today: a directory that locked the person is no worse heard than at a login by password. */
    private Optional<Account> today(String accountId, Visitor visitor) {
        Optional<Account> account = accounts.find(accountId);
        try {
            account.ifPresent(confirmation::require);
            return account;
        } catch (AccountUnconfirmed unconfirmed) {
            confirmation.confirm(unconfirmed, visitor.facts());
            return account.filter(asked -> outside.letsIn(asked.id()));
        }
    }
}
