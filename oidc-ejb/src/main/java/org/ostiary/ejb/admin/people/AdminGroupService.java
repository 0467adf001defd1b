package org.ostiary.ejb.admin.people;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.policy.PolicyService;

/**
 * Other groups of an account, and the end of bans on its name. It has no transaction itself: the groups must be there before
 * anybody judges what was granted by them.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AdminGroupService {

    @Inject
    AdminAccountService changes;

    @Inject
    PolicyService policies;

    @Inject
    AuditService audit;

    /** How many grants would lose their right if the account were in these groups; changes nothing. */
    public GroupsResult preview(Administrator administrator, String id, Set<String> groups) {
        changes.requireChangeable(administrator, id, groups);
        audit.note(administrator.did(id, null, null), administrator.facts());
        return new GroupsResult(groups, policies.preview(id, groups));
    }

    /**
     * Puts the account into these groups, and revokes the grants that lose their right by it.
     *
     * @param ifMatch the header that says which groups it changes
     */
    public GroupsResult join(Administrator administrator, String id, Set<String> groups, @Nullable String ifMatch) {
        changes.join(administrator, id, groups, ifMatch);
        return new GroupsResult(groups, policies.enforce(id, administrator.facts()));
    }

    /** Lets passwords for the account's name be judged again before a ban ends. */
    public UnlockResult unlock(Administrator administrator, String id) {
        return new UnlockResult(changes.endBan(administrator, id));
    }
}
