package org.ostiary.ejb.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.AccountDescription;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.client.CacheVersions;

/** Brings the accounts of a file into the database: ones the file no longer names are disabled, never deleted. */
@Stateless
public class AccountImportService {

    private static final Logger LOG = Logger.getLogger(AccountImportService.class.getName());
    private static final String ORIGIN = "file";

    @Inject
    Accounts accounts;

    @Inject
    ImportedDigests digests;

    @Inject
    CacheVersions versions;

    @Inject
    Clock clock;

    /** Makes the accounts that came from a file be those of this file. */
    public void synchronise(AccountsFile file) {
        // Holds the row, so that two nodes that start together do this one after the other.
        versions.raise(CacheVersions.ACCOUNTS);
        Instant now = clock.instant();
        Map<String, Account> known = new HashMap<>(accounts.ofOrigin(ORIGIN).stream()
                .collect(Collectors.toMap(Account::usernameKey, Function.identity())));
        for (FileAccount each : file.accounts()) {
            describe(known.remove(UsernameKey.of(each.username())), each, now);
        }
        known.values().forEach(account -> account.disable(now));
        digests.note(file.accounts().stream().map(FileAccount::passwordDigest).toList());
        digests.forgetUnused();
    }

    private void describe(@Nullable Account known, FileAccount today, Instant now) {
        Account account = known;
        if (account == null) {
            String key = UsernameKey.of(today.username());
            if (accounts.findByUsernameKey(key).isPresent()) {
                LOG.warning(() -> "The accounts file names " + today.username()
                        + ", who has an account already that does not come from a file; that one was left as it is");
                return;
            }
            account = new Account(today.username(), key, today.groups(), today.passwordDigest(), ORIGIN, now);
            accounts.add(account);
        }
        account.describe(
                new AccountDescription(
                        today.username(),
                        today.displayName(),
                        today.email(),
                        today.emailVerified(),
                        today.groups(),
                        today.passwordDigest(),
                        today.disabled(),
                        today.claims()),
                now);
    }
}
