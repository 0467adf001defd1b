package org.ostiary.ejb.factor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ostiary.ejb.audit.AuditEvent.FactorRemoved;
import org.ostiary.ejb.audit.AuditEvent.FactorRenamed;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.factor.RecoveryCodes;
import org.ostiary.persistence.factor.SecondFactors;
import org.ostiary.persistence.factor.SecurityKey;
import org.ostiary.persistence.factor.SecurityKeys;
import org.ostiary.persistence.factor.TotpCredential;
import org.ostiary.persistence.factor.TotpCredentials;

/**
 * The rows behind a person's second factors. Who may change them is judged by {@link FactorService}. A change and its audit record,
 * which the notice to their owner hangs on, are one transaction.
 */
@Stateless
public class FactorListService {

    @Inject
    TotpCredentials apps;

    @Inject
    SecurityKeys keys;

    @Inject
    RecoveryCodes codes;

    @Inject
    SecondFactors any;

    @Inject
    AuditLog audit;

    /** All of an account. */
    public Factors of(Account account, boolean mayChange, boolean demanded) {
        List<Factor> factors = Stream.concat(
                        apps.of(account.id()).stream().map(FactorListService::factor),
                        keys.of(account.id()).stream().map(FactorListService::factor))
                .toList();
        return new Factors(account.username(), factors, codes.left(account.id()), mayChange, demanded);
    }

    /** Whether the account has a second factor. */
    public boolean hasAny(String accountId) {
        return any.existFor(accountId);
    }

    /** How many second factors the account has. */
    public long count(String accountId) {
        return any.countFor(accountId);
    }

    /** Gives a factor another name, and answers its kind; empty when the account has no such factor. */
    public Optional<FactorKind> rename(String accountId, String factorId, String name, RequestFacts facts) {
        Optional<FactorKind> renamed = renamed(accountId, factorId, name);
        renamed.ifPresent(kind -> audit.note(new FactorRenamed(accountId, kind.words()), facts));
        return renamed;
    }

    /** Takes a factor away, and answers its kind; empty when the account has no such factor. */
    public Optional<FactorKind> remove(String accountId, String factorId, RequestFacts facts) {
        Optional<FactorKind> removed = removed(accountId, factorId);
        if (removed.isPresent() && !any.existFor(accountId)) {
            codes.remove(accountId);
        }
        removed.ifPresent(kind -> audit.note(new FactorRemoved(accountId, kind.words()), facts));
        return removed;
    }

    /** Takes all factors away, with the recovery codes. */
    public void removeAll(String accountId) {
        apps.removeAll(accountId);
        keys.removeAll(accountId);
        codes.remove(accountId);
    }

    private Optional<FactorKind> renamed(String accountId, String factorId, String name) {
        if (apps.rename(accountId, factorId, name)) {
            return Optional.of(FactorKind.AUTHENTICATOR_APP);
        }
        return keys.rename(accountId, factorId, name) ? Optional.of(FactorKind.SECURITY_KEY) : Optional.empty();
    }

    private Optional<FactorKind> removed(String accountId, String factorId) {
        if (apps.remove(accountId, factorId)) {
            return Optional.of(FactorKind.AUTHENTICATOR_APP);
        }
        return keys.remove(accountId, factorId) ? Optional.of(FactorKind.SECURITY_KEY) : Optional.empty();
    }

    private static Factor factor(TotpCredential app) {
        return new Factor(app.id(), FactorKind.AUTHENTICATOR_APP, app.name(), app.createdAt(), app.lastUsedAt(), null);
    }

    private static Factor factor(SecurityKey key) {
        return new Factor(
                key.id(),
                FactorKind.SECURITY_KEY,
                key.name(),
                key.createdAt(),
                key.lastUsedAt(),
                key.copySuspectedAt());
    }
}
