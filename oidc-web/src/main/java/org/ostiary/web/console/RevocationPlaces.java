package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.body.RecordJson;
import org.ostiary.ejb.admin.revoking.MassRevocationService;
import org.ostiary.ejb.admin.revoking.RevocationOrder;
import org.ostiary.ejb.admin.revoking.RevocationTarget;

/** Revoking much at once: first it is counted, then a job does it. */
@ApplicationScoped
public class RevocationPlaces implements Subject {

    @Inject
    MassRevocationService revocations;

    @Override
    public void enter(PlaceTable table) {
        table.shows(Place.PREVIEW_REVOCATION, this::preview);
        table.does(Place.REVOKE, call -> {
            String job = revocations
                    .carryOut(call.administrator(), order(call, false))
                    .job();
            return JobPlaces.page(Objects.requireNonNull(job, "a job was ordered"));
        });
    }

    private Record preview(PlaceCall call) {
        return call.find("preview") == null
                ? new RevocationModel(call, null)
                : new RevocationModel(call, revocations.carryOut(call.administrator(), order(call, true)));
    }

    private static RevocationOrder order(PlaceCall call, boolean dryRun) {
        RevocationTarget target = target(call.require("target"));
        @Nullable String id = target == RevocationTarget.EVERYTHING ? call.find("id") : call.require("id");
        return new RevocationOrder(target, id, dryRun, true);
    }

    private static RevocationTarget target(String sent) {
        return RevocationModel.TARGETS.stream()
                .filter(each -> RecordJson.word(each).equals(sent))
                .findFirst()
                .orElseThrow(() -> AdminRefusal.malformed("The parameter target must be one of those to choose from"));
    }
}
