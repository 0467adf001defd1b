package org.ostiary.ejb.factor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.factor.RecoveryCodes;
import org.ostiary.persistence.factor.SecondFactors;
import org.ostiary.persistence.factor.SecurityKey;
import org.ostiary.persistence.factor.SecurityKeys;
import org.ostiary.persistence.factor.TotpCredential;
import org.ostiary.persistence.factor.TotpCredentials;

/** The rows behind a person's second factors. Who may change them is judged by {@link FactorService}. */
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

    /** All of an account. */
    public Factors of(Account account, boolean mayChange) {
        List<Factor> factors = Stream.concat(
                        apps.of(account.id()).stream().map(FactorListService::factor),
                        keys.of(account.id()).stream().map(FactorListService::factor))
                .toList();
        return new Factors(account.username(), factors, codes.left(account.id()), mayChange);
    }

    /** Whether the account has a second factor. */
    public boolean hasAny(String accountId) {
        return any.existFor(accountId);
    }

    /** Gives a factor another name; false when the account has no such factor. */
    public boolean rename(String accountId, String factorId, String name) {
        return apps.rename(accountId, factorId, name) || keys.rename(accountId, factorId, name);
    }

    /** Takes a factor away; false when the account has no such factor. */
    public boolean remove(String accountId, String factorId) {
        boolean removed = apps.remove(accountId, factorId) || keys.remove(accountId, factorId);
        if (removed && !any.existFor(accountId)) {
            codes.remove(accountId);
        }
        return removed;
    }

    private static Factor factor(TotpCredential app) {
        return new Factor(app.id(), FactorKind.AUTHENTICATOR_APP, app.name(), app.createdAt(), app.lastUsedAt());
    }

    private static Factor factor(SecurityKey key) {
        return new Factor(key.id(), FactorKind.SECURITY_KEY, key.name(), key.createdAt(), key.lastUsedAt());
    }
}
