package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.admin.records.AdminRecordService;
import org.ostiary.ejb.admin.records.AdminTrailService;
import org.ostiary.ejb.admin.records.AuditPage;
import org.ostiary.ejb.trail.TrailQuery;
import org.ostiary.ejb.trail.TrailStatisticsService;
import org.ostiary.ejb.trail.TrailVerifyService;

/** What happened: the audit trail. */
@ApplicationScoped
public class TrailPlaces implements Subject {

    private static final int DAYS = 30;
    private static final int BUSIEST = 10;

    @Inject
    AdminRecordService records;

    @Inject
    TrailVerifyService chain;

    @Inject
    AdminTrailService trail;

    @Inject
    TrailStatisticsService statistics;

    @Override
    public void enter(PlaceTable table) {
        table.shows(Place.LIST_AUDIT, this::audit);
        table.shows(Place.VERIFY_TRAIL, call -> call.find("all") == null ? chain.verifyRecent() : chain.verify());
        table.does(
                Place.WALK_TRAIL,
                call -> JobPlaces.page(trail.walk(call.administrator()).id()));
        table.shows(
                Place.COUNT_TRAIL,
                call -> Statistics.of(statistics.days(DAYS), statistics.busiestClients(DAYS, BUSIEST)));
    }

    private Record audit(PlaceCall call) {
        TrailQuery query = new TrailQuery(
                call.find("event"),
                call.find("outcome"),
                call.find("account"),
                call.find("client"),
                call.find("request"),
                call.find("actor"),
                call.day("from", 0),
                call.day("to", 1));
        Map<String, String> filters = new LinkedHashMap<>();
        for (String name : AuditModel.FILTERS) {
            filters.put(name, call.text(name));
        }
        AuditPage page = records.audit(query, call.find("after"), NextPage.ROWS);
        return new AuditModel(page.records(), filters, NextPage.query(filters, page.next()));
    }
}
