package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.body.Moment;
import org.ostiary.ejb.admin.body.RecordJson;
import org.ostiary.ejb.admin.preview.AdminClaimsService;
import org.ostiary.ejb.admin.preview.AdminDryRunService;
import org.ostiary.ejb.admin.preview.ClaimsOrder;
import org.ostiary.ejb.admin.preview.DryRunOrder;
import org.ostiary.ejb.admin.preview.SupposedSession;

/** What the pages show that say what would happen. Each is an empty form first. */
@ApplicationScoped
public class Previews implements Subject {

    @Inject
    AdminDryRunService dryRuns;

    @Inject
    AdminClaimsService claims;

    @Override
    public void enter(PlaceTable table) {
        table.shows(Place.DRY_RUN, this::dryRun);
        table.shows(Place.PREVIEW_CLAIMS, this::claims);
    }

    private DryRunModel dryRun(PlaceCall call) {
        if (call.find("preview") == null) {
            return new DryRunModel(call, null);
        }
        DryRunOrder order = new DryRunOrder(
                call.require("request"), session(call), call.find("account"), authTime(call), call.find("address"));
        return new DryRunModel(call, dryRuns.run(call.administrator(), order));
    }

    private ClaimsModel claims(PlaceCall call) {
        if (call.find("preview") == null) {
            return new ClaimsModel(call, null);
        }
        Set<String> audience = words(call, "audience");
        ClaimsOrder order = new ClaimsOrder(
                call.require("client"),
                call.require("account"),
                words(call, "scopes"),
                audience.isEmpty() ? null : audience,
                call.find("claims"),
                session(call));
        return new ClaimsModel(call, claims.preview(call.administrator(), order));
    }

    private static SupposedSession session(PlaceCall call) {
        String sent = call.require("session");
        return Arrays.stream(SupposedSession.values())
                .filter(each -> RecordJson.word(each).equals(sent))
                .findFirst()
                .orElseThrow(() -> AdminRefusal.malformed("The parameter session must be one of those to choose from"));
    }

    private static @Nullable Instant authTime(PlaceCall call) {
        String sent = call.find("auth-time");
        return sent == null
                ? null
                : Moment.of(sent)
                        .orElseThrow(() -> AdminRefusal.malformed(
                                "The moment of the login must be one in UTC like 2026-12-31T18:00:00Z"));
    }

    private static Set<String> words(PlaceCall call, String name) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(call.text(name).split("\\s+")));
        words.remove("");
        return words;
    }
}
