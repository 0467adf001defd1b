package org.ostiary.ejb.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ostiary.ejb.config.LdapConfig;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.source.CredentialSource;
import org.ostiary.ejb.source.CredentialSources;
import org.ostiary.ejb.source.KnownPerson;
import org.ostiary.ejb.source.Origin;
import org.ostiary.ejb.source.SourceAwayException;
import org.ostiary.persistence.account.Account;

/**
 * Asks the directory again about a person who does not log in: they may be gone or locked there, or have other groups. At
 * most once in {@code oidc.ldap.refresh-interval} for each account. While the directory is away, its last answer counts.
 */
@ApplicationScoped
public class AccountConfirmation {

    private static final Logger LOG = Logger.getLogger(AccountConfirmation.class.getName());

    @Inject
    ProviderConfig config;

    @Inject
    CredentialSources sources;

    @Inject
    OutsideAccountService accounts;

    @Inject
    Clock clock;

    /** Whether the last answer is too old to rely on. */
    public boolean due(Account account) {
        LdapConfig ldap = config.ldap();
        if (ldap == null || ldap.userBind() != null || !account.origin().equals(Origin.LDAP.text())) {
            return false;
        }
        Instant confirmed = account.confirmedAt();
        return confirmed == null || !confirmed.plus(ldap.refreshInterval()).isAfter(clock.instant());
    }

    /** Asks, outside any transaction, and writes down the answer; afterwards the account is not due. */
    public void confirm(String accountId, String externalId) {
        Optional<CredentialSource> source = sources.of(Origin.LDAP.text()).filter(CredentialSource::canConfirm);
        if (source.isEmpty()) {
            accounts.asked(accountId);
            return;
        }
        try {
            Optional<KnownPerson> person = source.get().confirm(externalId);
            if (person.isEmpty()
                    || accounts.recognise(Origin.LDAP, person.get()).accountId() == null) {
                accounts.miss(accountId);
            }
        } catch (SourceAwayException away) {
            LOG.log(Level.WARNING, "An account is not confirmed, its last description counts: " + away.getMessage());
            accounts.asked(accountId);
        }
    }
}
