package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ostiary.ejb.admin.fix.AdminFixService;
import org.ostiary.ejb.admin.records.AdminRecordService;
import org.ostiary.ejb.protocol.FormEncoding;

/** Why a request was refused, and what to do about it. */
@ApplicationScoped
public class RefusalPlaces implements Subject {

    @Inject
    AdminRecordService records;

    @Inject
    AdminFixService fixes;

    @Override
    public void enter(PlaceTable table) {
        table.shows(Place.SHOW_REFUSAL, this::refusal);
        table.does(Place.APPLY_FIX, call -> {
            String request = call.require("request");
            fixes.apply(call.administrator(), request, call.seen());
            return "/refusals?request=" + FormEncoding.encode(request) + "&";
        });
    }

    private Record refusal(PlaceCall call) {
        String request = call.find("request");
        return request == null
                ? new RefusalModel(null, null, null)
                : new RefusalModel(
                        request, records.refusal(request), fixes.find(request).orElse(null));
    }
}
