package org.ostiary.ejb.admin.keys;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobOrder;
import org.ostiary.ejb.admin.job.JobView;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.secret.RootSecretService;
import org.ostiary.ejb.secret.Sealing;
import org.ostiary.ejb.visit.RequestFacts;

/** Orders that what is stored sealed is sealed under the master key that is this node's own. */
@Stateless
public class AdminSealingService {

    @Inject
    RootSecretService roots;

    @Inject
    Sealing sealing;

    @Inject
    AdminJobService jobs;

    /** Which master keys the node has. */
    public MasterKeyView show() {
        return new MasterKeyView(sealing.keyName(), sealing.otherKeyName().orElse(null));
    }

    /**
     * Orders the job. One that goes on ends: it may be past rows that another node sealed with its old key meanwhile, or be for
     * another key.
     */
    public JobView order(Administrator administrator) {
        if (sealing.otherKeyName().isEmpty()) {
            throw AdminRefusal.conflict(
                    "other-master-key-there",
                    "This node has one master key only, so nothing could be sealed by another");
        }
        int total = (int) Math.min(roots.count(), Integer.MAX_VALUE);
        JobOrder order = new JobOrder(JobKind.SEAL_ANEW, sealing.keyName(), total, List.of());
        return jobs.show(jobs.orderInstead(administrator, order));
    }

    /** The same by a start that finds another master key beside its own; answers the job's identifier. */
    public String orderAtStart(String requestId) {
        return order(new Administrator(
                        "server", null, AdministrationRole.ADMIN, "seal_anew", RequestFacts.ofServer(requestId)))
                .id();
    }
}
