package org.ostiary.web.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.AdminWatchService;
import org.ostiary.ejb.admin.client.ClientPage;
import org.ostiary.ejb.admin.delivery.AdminDeliveryService;
import org.ostiary.ejb.admin.delivery.DeliveryPage;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobErrorLine;
import org.ostiary.ejb.admin.job.JobView;
import org.ostiary.ejb.admin.keys.AdminKeyService;
import org.ostiary.ejb.admin.keys.KeyRevocationOrder;
import org.ostiary.ejb.admin.overview.AdminOverviewService;
import org.ostiary.ejb.admin.people.AccountPage;
import org.ostiary.ejb.admin.people.AccountView;
import org.ostiary.ejb.admin.people.AdminAccountService;
import org.ostiary.ejb.admin.people.AdminFactorService;
import org.ostiary.ejb.admin.people.AdminGrantService;
import org.ostiary.ejb.admin.people.AdminGroupService;
import org.ostiary.ejb.admin.people.AdminSessionService;
import org.ostiary.ejb.admin.records.AdminRecordService;
import org.ostiary.ejb.admin.records.AuditPage;
import org.ostiary.ejb.lint.LintService;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.ejb.trail.TrailQuery;
import org.ostiary.ejb.trail.TrailStatisticsService;
import org.ostiary.ejb.trail.TrailVerifyService;

/** What each page of the table shows. One that shows nothing stops the application from starting. */
@ApplicationScoped
public class Showings {

    private static final int ROWS = 50;
    private static final int DAYS = 30;
    private static final int BUSIEST = 10;

    @Inject
    AdminOverviewService overview;

    @Inject
    AdminDeliveryService deliveries;

    @Inject
    AdminRecordService records;

    @Inject
    TrailVerifyService chain;

    @Inject
    TrailStatisticsService statistics;

    @Inject
    AdminAccountService accounts;

    @Inject
    AdminSessionService sessions;

    @Inject
    AdminGrantService grants;

    @Inject
    AdminGroupService groups;

    @Inject
    AdminFactorService factors;

    @Inject
    AdminWatchService watched;

    @Inject
    AdminJobService jobs;

    @Inject
    Previews previews;

    @Inject
    AdminKeyService keys;

    @Inject
    AdminClientService clients;

    @Inject
    LintService lint;

    private final Map<Place, Function<PlaceCall, Record>> showings = new EnumMap<>(Place.class);

    @PostConstruct
    void fill() {
        showings.put(Place.SHOW_OVERVIEW, call -> overview.show());
        showings.put(Place.LIST_DELIVERIES, this::deliveries);
        showings.put(Place.SHOW_REFUSAL, this::refusal);
        showings.put(Place.LIST_AUDIT, this::audit);
        showings.put(Place.VERIFY_TRAIL, call -> call.find("all") == null ? chain.verifyRecent() : chain.verify());
        showings.put(
                Place.COUNT_TRAIL,
                call -> Statistics.of(statistics.days(DAYS), statistics.busiestClients(DAYS, BUSIEST)));
        showings.put(Place.LIST_ACCOUNTS, this::accounts);
        showings.put(Place.SHOW_ACCOUNT, this::account);
        showings.put(Place.PREVIEW_GROUPS, this::groups);
        showings.put(Place.LIST_KEYS, call -> KeysModel.of(keys.list().keys()));
        showings.put(Place.PREVIEW_REVOKE_KEY, this::keyRevocation);
        showings.put(Place.LIST_CLIENTS, this::clients);
        showings.put(
                Place.SHOW_CLIENT,
                call -> new ClientModel(
                        clients.show(call.require("client")),
                        lint.grade(call.require("client")).orElse(null)));
        showings.put(Place.LIST_SECOND_FACTORS, this::factors);
        showings.put(Place.LIST_RECENT_REQUESTS, this::recentRequests);
        showings.put(Place.DRY_RUN, previews::dryRun);
        showings.put(Place.PREVIEW_CLAIMS, previews::claims);
        showings.put(Place.LIST_JOBS, call -> jobs.list());
        showings.put(Place.SHOW_JOB, this::job);
        showings.put(Place.PREPARE_EXPORT, call -> new ExportModel());
        showings.put(
                Place.SHOW_CONFIGURATION,
                call -> ConfigurationModel.of(records.configuration().entries(), call.text("find")));
        if (!showings.keySet().containsAll(Place.shown())) {
            throw new IllegalStateException("Pages that show nothing: " + Place.shown());
        }
    }

    private Record deliveries(PlaceCall call) {
        String state = call.find("state");
        DeliveryPage page = deliveries.page(state, call.find("after"), ROWS);
        return new DeliveriesModel(page.deliveries(), state, next(Map.of("state", call.text("state")), page.next()));
    }

    private Record refusal(PlaceCall call) {
        String request = call.find("request");
        return new RefusalModel(request, request == null ? null : records.refusal(request));
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
        AuditPage page = records.audit(query, call.find("after"), ROWS);
        return new AuditModel(page.records(), filters, next(filters, page.next()));
    }

    private Record accounts(PlaceCall call) {
        String prefix = call.text("prefix");
        AccountPage page = accounts.page(prefix, call.find("after"), ROWS);
        return new AccountsModel(page.accounts(), prefix, next(Map.of("prefix", prefix), page.next()));
    }

    private Record account(PlaceCall call) {
        String id = call.require("account");
        return new AccountModel(
                accounts.show(id), sessions.of(id).sessions(), grants.of(id).grants());
    }

    private Record groups(PlaceCall call) {
        AccountView account = accounts.show(call.require("account"));
        if (call.find("preview") == null) {
            return new GroupsModel(account, account.groups(), "", null);
        }
        Set<String> wanted = call.lines("groups");
        String seen = accounts.groups(account.id()).entityTag();
        int lost = groups.preview(call.administrator(), account.id(), wanted).grants();
        return new GroupsModel(account, wanted, seen, lost);
    }

    private Record factors(PlaceCall call) {
        String id = call.require("account");
        return new FactorsModel(
                accounts.show(id), factors.of(id), sessions.of(id).sessions().size());
    }

    private Record recentRequests(PlaceCall call) {
        String client = call.require("client");
        return new RecentRequestsModel(client, watched.recent(client));
    }

    private Record job(PlaceCall call) {
        JobView job = jobs.show(call.require("job"));
        List<JobErrorLine> errors = jobs.errors(job.id(), 0);
        return new JobModel(job, errors.subList(0, Math.min(errors.size(), ROWS)));
    }

    private Record keyRevocation(PlaceCall call) {
        String kid = call.require("key");
        return new KeyModel(
                kid,
                keys.revoke(call.administrator(), kid, new KeyRevocationOrder(true))
                        .consequence());
    }

    private Record clients(PlaceCall call) {
        String prefix = call.text("prefix");
        ClientPage page = clients.page(prefix, call.find("after"), ROWS);
        return new ClientsModel(
                page.clients().stream()
                        .map(line -> new ClientsModel.Line(
                                line, lint.grade(line.clientId()).orElse(null)))
                        .toList(),
                prefix,
                next(Map.of("prefix", prefix), page.next()));
    }

    /** The query of the page after this one; null for none. */
    private static @Nullable String next(Map<String, String> filters, @Nullable String after) {
        if (after == null) {
            return null;
        }
        Map<String, String> query = new LinkedHashMap<>();
        filters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.put(name, value);
            }
        });
        query.put("after", after);
        return "?" + FormEncoding.encode(query);
    }

    /** What a page shows; a record that its view reads. */
    Record show(Place place, PlaceCall call) {
        return Objects.requireNonNull(showings.get(place), place.id()).apply(call);
    }
}
