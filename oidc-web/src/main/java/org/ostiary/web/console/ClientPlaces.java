package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.AdminWatchService;
import org.ostiary.ejb.admin.client.ClientPage;
import org.ostiary.ejb.admin.revoking.MassRevocationService;
import org.ostiary.ejb.admin.revoking.RevocationOrder;
import org.ostiary.ejb.admin.revoking.RevocationTarget;
import org.ostiary.ejb.lint.LintService;
import org.ostiary.ejb.protocol.FormEncoding;

/** Applications: what each is registered with, its secrets and its recent requests. The form of one is {@link ClientForms}. */
@ApplicationScoped
public class ClientPlaces implements Subject {

    @Inject
    AdminClientService clients;

    @Inject
    AdminWatchService watched;

    @Inject
    MassRevocationService revocations;

    @Inject
    LintService lint;

    @Inject
    ClientPages pages;

    @Override
    public void enter(PlaceTable table) {
        table.shows(Place.LIST_CLIENTS, this::clients);
        table.shows(Place.SHOW_CLIENT, call -> pages.show(clients.show(call.require("client")), null));
        table.shows(Place.PREVIEW_DELETE_CLIENT, this::deletion);
        table.does(Place.DELETE_CLIENT, call -> {
            clients.delete(call.administrator(), call.require("client"), call.seen());
            return "/clients?";
        });
        table.does(Place.DISABLE_CLIENT, call -> {
            clients.disable(call.administrator(), call.require("client"));
            return page(call);
        });
        table.does(Place.ENABLE_CLIENT, call -> {
            clients.enable(call.administrator(), call.require("client"));
            return page(call);
        });
        table.answers(Place.ADD_SECRET, this::addSecret);
        table.does(Place.DELETE_SECRET, call -> {
            clients.removeSecret(call.administrator(), call.require("client"), call.require("secret"));
            return page(call);
        });
        table.shows(Place.LIST_RECENT_REQUESTS, this::recentRequests);
        table.does(Place.WATCH_CLIENT, call -> {
            Duration hours = hours(call, Set.of("0", "1", "8", "24"));
            watched.watchFor(call.administrator(), call.require("client"), hours);
            return "/client/requests?client=" + FormEncoding.encode(call.require("client")) + "&";
        });
    }

    private static String page(PlaceCall call) {
        return ClientPages.path(call.require("client"));
    }

    private Record clients(PlaceCall call) {
        String prefix = call.text("prefix");
        ClientPage page = clients.page(prefix, call.find("after"), NextPage.ROWS);
        return new ClientsModel(
                page.clients().stream()
                        .map(line -> new ClientsModel.Line(
                                line, lint.grade(line.clientId()).orElse(null)))
                        .toList(),
                prefix,
                NextPage.query(Map.of("prefix", prefix), page.next()));
    }

    private Record deletion(PlaceCall call) {
        String id = call.require("client");
        return new ClientDeletionModel(
                clients.show(id),
                revocations.carryOut(
                        call.administrator(), new RevocationOrder(RevocationTarget.CLIENT, id, true, false)));
    }

    private Outcome addSecret(PlaceCall call) {
        String id = call.require("client");
        Duration former = call.find("hours") == null ? null : hours(call, Set.of("0", "1", "24", "168"));
        String secret = clients.addSecret(call.administrator(), id, former).secret();
        return new Outcome.Shown(Place.SHOW_CLIENT, pages.show(clients.show(id), secret), null);
    }

    private Record recentRequests(PlaceCall call) {
        String client = call.require("client");
        return new RecentRequestsModel(client, watched.recent(client));
    }

    /** So many hours as may be chosen. */
    private static Duration hours(PlaceCall call, Set<String> choices) {
        String hours = call.require("hours");
        if (!choices.contains(hours)) {
            throw AdminRefusal.malformed("The parameter hours must be one of those to choose from");
        }
        return Duration.ofHours(Long.parseLong(hours));
    }
}
