package org.ostiary.ejb.admin.people;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.account.KeptHere;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.IfMatch;
import org.ostiary.ejb.admin.PageKey;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobOrder;
import org.ostiary.ejb.admin.revoking.RevocationWork;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.ending.EndReason;
import org.ostiary.ejb.ending.SessionEnding;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.regulation.Regulation;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.grant.GrantColumn;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.session.LoginSessions;

/** The accounts, as administrators see and change them. */
@Stateless
public class AdminAccountService {

    /** So many sessions and grants are ended with the lock itself. */
    private static final int MOST_AT_ONCE = 500;

    private static final int MOST_GROUPS = 200;

    /** What the table has room for. */
    private static final int LONGEST_GROUPS = 20_000;

    private static final Pattern GROUP = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{1,100}");

    @Inject
    Accounts accounts;

    @Inject
    LoginSessions sessions;

    @Inject
    SessionEnding ending;

    @Inject
    AdminJobService jobs;

    @Inject
    Grants grants;

    @Inject
    Regulation regulation;

    @Inject
    AuditLog audit;

    @Inject
    TokenHashes hashes;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * A page of accounts.
     *
     * @param prefix what their usernames begin with, however it is written; empty for all
     * @param after the id of the last one of the page before; null for the first page
     */
    @TransactionAttribute(SUPPORTS)
    public AccountPage page(String prefix, @Nullable String after, int limit) {
        int most = PageKey.limit(limit);
        String from = after == null
                ? ""
                : accounts.find(after)
                        .map(Account::usernameKey)
                        .orElseThrow(() ->
                                AdminRefusal.malformed("The parameter after must be the next of an earlier page"));
        String key = prefix.isBlank() ? "" : UsernameKey.find(prefix).orElse(prefix);
        List<Account> found = accounts.page(key, from, most + 1);
        List<Account> shown = found.subList(0, Math.min(most, found.size()));
        return new AccountPage(
                shown.stream().map(AccountLine::of).toList(),
                found.size() > most ? shown.get(most - 1).id() : null);
    }

    /** One account. */
    @TransactionAttribute(SUPPORTS)
    public AccountView show(String id) {
        return view(require(id));
    }

    /**
     * Locks an account, ends its sessions and everything it granted: enabled again, it has nothing of that. The lock counts from
     * the next use on; where there is very much to end, a job that is ordered with the lock does it.
     */
    public AccountView disable(Administrator administrator, String id) {
        if (administrator.is(id)) {
            throw AdminRefusal.conflict("own-account-stays", "Nobody disables the account that they act with");
        }
        Account account = require(id);
        account.lock(clock.instant());
        audit.note(administrator.did(id, null, endAll(administrator, id)), administrator.facts());
        return view(account);
    }

    private String endAll(Administrator administrator, String id) {
        int much = (int) (sessions.countUnended(id) + grants.countWhere(GrantColumn.ACCOUNT, id));
        if (much > MOST_AT_ONCE) {
            String subject = RevocationWork.subjectOfAccount(id);
            return "ended by job "
                    + jobs.order(administrator, new JobOrder(JobKind.DISABLE_ACCOUNT, subject, much, List.of()));
        }
        int ended = ending.endOthers(id, "", EndReason.ACCOUNT_DISABLED);
        int granted = grants.revokeOthers(id, "", EndReason.ACCOUNT_DISABLED.text(), clock.instant());
        return "sessions ended: " + ended + ", grants besides: " + granted;
    }

    /** Takes the lock back. One that a file or a directory keeps disabled stays so, and the answer says it. */
    public AccountView enable(Administrator administrator, String id) {
        Account account = require(id);
        account.unlock(KeptHere.is(account), clock.instant());
        audit.note(administrator.did(id, null, null), administrator.facts());
        return view(account);
    }

    /** Lets passwords for the account's name be judged again before a ban ends; answers whether there was one. */
    public boolean endBan(Administrator administrator, String id) {
        boolean ended = regulation.unlock(require(id), administrator.facts());
        audit.note(administrator.did(id, null, ended ? "a ban ended" : "there was no ban"), administrator.facts());
        return ended;
    }

    /** The groups of an account. */
    @TransactionAttribute(SUPPORTS)
    public GroupsView groups(String id) {
        Account account = require(id);
        return new GroupsView(account.groups(), groupsTag(account));
    }

    /**
     * Puts an account into these groups and no others; what was granted is for {@link AdminGroupService}.
     *
     * @param ifMatch the header that says which groups it changes
     */
    public void join(Administrator administrator, String id, Set<String> groups, @Nullable String ifMatch) {
        Account account = accounts.findHeld(id).orElseThrow(() -> AdminRefusal.unknown("account"));
        requireChangeable(administrator, account, groups);
        IfMatch.of(ifMatch).require(groupsTag(account));
        audit.note(administrator.did(id, null, changes(account.groups(), groups)), administrator.facts());
        account.join(new LinkedHashSet<>(groups), clock.instant());
    }

    /** Refuses groups that the account cannot have. */
    @TransactionAttribute(SUPPORTS)
    public void requireChangeable(Administrator administrator, String id, Set<String> groups) {
        requireChangeable(administrator, require(id), groups);
    }

    private void requireChangeable(Administrator administrator, Account account, Set<String> groups) {
        if (!KeptHere.is(account)) {
            throw AdminRefusal.conflict(
                    "account-kept-here",
                    "The account comes from " + account.origin()
                            + ", which says what groups it has: change them there");
        }
        if (groups.size() > MOST_GROUPS
                || String.join("\n", groups).length() > LONGEST_GROUPS
                || !groups.stream().allMatch(group -> GROUP.matcher(group).matches())) {
            throw AdminRefusal.malformed("The groups must be at most " + MOST_GROUPS
                    + " names of 1 to 100 characters without control characters, and together at most "
                    + LONGEST_GROUPS);
        }
        if (administrator.is(account.id()) && config.administration().roleOf(groups) != AdministrationRole.ADMIN) {
            throw AdminRefusal.conflict("own-account-stays", "Nobody takes their own right to administer");
        }
    }

    private String groupsTag(Account account) {
        return hashes.hash(account.id() + "\n" + String.join("\n", new TreeSet<>(account.groups())));
    }

    private static String changes(Set<String> before, Set<String> after) {
        Set<String> added = new LinkedHashSet<>(after);
        added.removeAll(before);
        Set<String> removed = new LinkedHashSet<>(before);
        removed.removeAll(after);
        String text = "added: " + String.join(", ", added) + "; removed: " + String.join(", ", removed);
        return text.length() <= 1000 ? text : text.substring(0, 1000);
    }

    private AccountView view(Account account) {
        return AccountView.of(
                account,
                regulation.bannedUntil(account).orElse(null),
                config.administration().roleOf(account.groups()));
    }

    private Account require(String id) {
        return accounts.find(id).orElseThrow(() -> AdminRefusal.unknown("account"));
    }
}
