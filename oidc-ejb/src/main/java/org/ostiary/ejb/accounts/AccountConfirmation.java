package org.ostiary.ejb.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ostiary.ejb.config.LdapConfig;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.source.CredentialSources;
import org.ostiary.ejb.source.KnownPerson;
import org.ostiary.ejb.source.Origin;
import org.ostiary.ejb.source.SourceAwayException;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;

/**
 * Asks the directory again about a person who does not log in: they may be gone or locked there, or have other groups. At
 * most once in {@code oidc.ldap.refresh-interval} for each account. While the directory is away, its last answer counts, and
 * it is asked again each minute.
 */
@ApplicationScoped
public class AccountConfirmation {

    private static final Logger LOG = Logger.getLogger(AccountConfirmation.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    ProviderConfig config;

    @Inject
    CredentialSources sources;

    @Inject
    OutsideAccounts accounts;

    @Inject
    OutsideAccountService service;

    @Inject
    Clock clock;

    /**
     * Goes on only where the last answer is young enough to rely on. To be called in the caller's transaction, before anything
     * is spent: asking needs another try.
     *
     * @throws AccountUnconfirmed when the directory must be asked first
     */
    public void require(Account account) {
        String externalId = account.externalId();
        if (externalId != null && due(account)) {
            throw new AccountUnconfirmed(account.id(), externalId);
        }
    }

    private boolean due(Account account) {
        LdapConfig ldap = config.ldap();
        if (ldap == null || ldap.userBind() != null || !account.origin().equals(Origin.LDAP.text())) {
            return false;
        }
        Instant confirmed = account.confirmedAt();
        return confirmed == null || !confirmed.plus(ldap.refreshInterval()).isAfter(clock.instant());
    }

    /** Asks, outside any transaction, and writes down the answer; afterwards the account is not due. */
    public void confirm(AccountUnconfirmed unconfirmed, RequestFacts facts) {
        String accountId = unconfirmed.accountId();
        try {
            Optional<KnownPerson> person = sources.of(Origin.LDAP.text())
                    .orElseThrow(() -> new SourceAwayException("no directory is configured"))
                    .confirm(unconfirmed.externalId());
            if (person.isEmpty()
                    || accounts.recognise(Origin.LDAP, person.get(), facts).accountId() == null) {
                service.miss(accountId, facts);
            }
        } catch (SourceAwayException away) {
            LOG.log(Level.WARNING, "An account is not confirmed, its last description counts: " + away.getMessage());
            service.postpone(accountId, dueInAMoment());
        }
    }

    /** The time of an answer that is due again after {@link #PATIENCE}. */
    private Instant dueInAMoment() {
        Instant now = clock.instant();
        LdapConfig ldap = config.ldap();
        return ldap == null || ldap.refreshInterval().compareTo(PATIENCE) <= 0
                ? now
                : now.minus(ldap.refreshInterval()).plus(PATIENCE);
    }
}
