package org.ostiary.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.AdminWatchService;
import org.ostiary.ejb.admin.client.ClientChange;
import org.ostiary.ejb.admin.client.ClientOrder;
import org.ostiary.ejb.admin.client.SecretOrder;
import org.ostiary.ejb.admin.client.WatchOrder;
import org.ostiary.ejb.admin.definition.AdminDefinitionService;
import org.ostiary.ejb.admin.definition.DefinitionChange;
import org.ostiary.ejb.admin.definition.DefinitionOrder;
import org.ostiary.ejb.admin.delivery.AdminDeliveryService;
import org.ostiary.ejb.admin.fix.AdminFixService;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.keys.AdminKeyService;
import org.ostiary.ejb.admin.keys.AdminSealingService;
import org.ostiary.ejb.admin.keys.KeyRevocationOrder;
import org.ostiary.ejb.admin.keys.RotationOrder;
import org.ostiary.ejb.admin.lint.AdminLintService;
import org.ostiary.ejb.admin.people.AdminAccountService;
import org.ostiary.ejb.admin.people.AdminFactorService;
import org.ostiary.ejb.admin.people.AdminGrantService;
import org.ostiary.ejb.admin.people.AdminGroupService;
import org.ostiary.ejb.admin.people.AdminSessionService;
import org.ostiary.ejb.admin.people.FactorResetOrder;
import org.ostiary.ejb.admin.people.GroupsOrder;
import org.ostiary.ejb.admin.preview.AdminClaimsService;
import org.ostiary.ejb.admin.preview.AdminDryRunService;
import org.ostiary.ejb.admin.preview.ClaimsOrder;
import org.ostiary.ejb.admin.preview.DryRunOrder;
import org.ostiary.ejb.admin.records.AdminRecordService;
import org.ostiary.ejb.admin.records.AdminTrailService;
import org.ostiary.ejb.admin.revoking.MassRevocationService;
import org.ostiary.ejb.admin.revoking.RevocationOrder;
import org.ostiary.ejb.admin.transfer.AdminAutheliaService;
import org.ostiary.ejb.admin.transfer.AdminExportService;
import org.ostiary.ejb.admin.transfer.AdminImportService;
import org.ostiary.ejb.admin.transfer.AdminSubjectService;
import org.ostiary.ejb.admin.transfer.AutheliaImportOrder;
import org.ostiary.ejb.admin.transfer.ProviderDocument;
import org.ostiary.ejb.admin.transfer.SubjectImportOrder;
import org.ostiary.ejb.config.DefinitionKind;
import org.ostiary.ejb.trail.TrailQuery;

/**
 * What each operation of the table calls. One that calls nothing stops the application from starting.
 *
 * <p>One file, because it is the other half of {@link Operation}: a line for each row there, and no logic.
 */
@ApplicationScoped
public class Operations {

    private static final int USUAL_DAYS = 30;

    @Inject
    AdminAccountService accounts;

    @Inject
    AdminGroupService groups;

    @Inject
    AdminFactorService factors;

    @Inject
    AdminSessionService sessions;

    @Inject
    AdminGrantService grants;

    @Inject
    MassRevocationService revocations;

    @Inject
    AdminDeliveryService deliveries;

    @Inject
    AdminKeyService keys;

    @Inject
    AdminSealingService sealing;

    @Inject
    AdminClientService clients;

    @Inject
    AdminDefinitionService definitions;

    @Inject
    AdminExportService exports;

    @Inject
    AdminJobService jobs;

    @Inject
    JobErrorDownload errors;

    @Inject
    AdminImportService imports;

    @Inject
    AdminSubjectService subjects;

    @Inject
    AdminAutheliaService authelia;

    @Inject
    AdminRecordService records;

    @Inject
    AdminFixService fixes;

    @Inject
    AdminTrailService trail;

    @Inject
    TrailDownload download;

    @Inject
    AdminLintService lint;

    @Inject
    AdminWatchService watched;

    @Inject
    AdminDryRunService dryRuns;

    @Inject
    AdminClaimsService claims;

    private final Map<Operation, Function<OperationCall, Record>> calls = new EnumMap<>(Operation.class);

    @PostConstruct
    void fill() {
        calls.put(Operation.WHO_AM_I, call -> Me.of(call.administrator()));
        ofPeople();
        ofGrants();
        ofClients();
        ofDefinitions();
        ofTheProvider();
        ofPreviews();
        ofTheTrail();
        Set<Operation> missing = EnumSet.complementOf(EnumSet.of(Operation.DESCRIBE));
        missing.removeAll(calls.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Operations that call nothing: " + missing);
        }
    }

    private void ofPeople() {
        calls.put(
                Operation.LIST_ACCOUNTS,
                call -> accounts.page(
                        Objects.requireNonNullElse(call.query("prefix"), ""), call.query("after"), call.limit()));
        calls.put(Operation.SHOW_ACCOUNT, call -> accounts.show(call.path("account")));
        calls.put(Operation.DISABLE_ACCOUNT, call -> accounts.disable(call.administrator(), call.path("account")));
        calls.put(Operation.ENABLE_ACCOUNT, call -> accounts.enable(call.administrator(), call.path("account")));
        calls.put(Operation.UNLOCK_ACCOUNT, call -> groups.unlock(call.administrator(), call.path("account")));
        calls.put(
                Operation.CHANGE_GROUPS,
                call -> groups.join(
                        call.administrator(),
                        call.path("account"),
                        call.body(GroupsOrder.class).groups(),
                        call.ifMatch()));
        calls.put(Operation.SHOW_GROUPS, call -> accounts.groups(call.path("account")));
        calls.put(Operation.LIST_SECOND_FACTORS, call -> factors.of(call.path("account")));
        calls.put(
                Operation.RESET_SECOND_FACTORS,
                call -> factors.reset(call.administrator(), call.path("account"), call.body(FactorResetOrder.class)));
        calls.put(
                Operation.PREVIEW_GROUPS,
                call -> groups.preview(
                        call.administrator(),
                        call.path("account"),
                        call.body(GroupsOrder.class).groups()));
        calls.put(Operation.LIST_SESSIONS, call -> sessions.of(call.path("account")));
        calls.put(Operation.END_SESSIONS, call -> sessions.endAll(call.administrator(), call.path("account")));
        calls.put(Operation.SHOW_SESSION, call -> sessions.show(call.path("session")));
        calls.put(Operation.END_SESSION, call -> sessions.end(call.administrator(), call.path("session")));
    }

    private void ofGrants() {
        calls.put(Operation.LIST_GRANTS, call -> grants.of(call.path("account")));
        calls.put(Operation.REVOKE_GRANT, call -> grants.revoke(call.administrator(), call.path("grant")));
        calls.put(
                Operation.REVOKE, call -> revocations.carryOut(call.administrator(), call.body(RevocationOrder.class)));
        calls.put(
                Operation.LIST_DELIVERIES,
                call -> deliveries.page(call.query("state"), call.query("after"), call.limit()));
        calls.put(
                Operation.SEND_DELIVERY_AGAIN,
                call -> deliveries.sendAgain(call.administrator(), call.path("delivery")));
    }

    private void ofClients() {
        calls.put(
                Operation.LIST_CLIENTS,
                call -> clients.page(
                        Objects.requireNonNullElse(call.query("prefix"), ""), call.query("after"), call.limit()));
        calls.put(Operation.SHOW_CLIENT, call -> clients.show(call.path("client")));
        calls.put(Operation.CREATE_CLIENT, call -> clients.create(call.administrator(), call.body(ClientOrder.class)));
        calls.put(
                Operation.CHANGE_CLIENT,
                call -> clients.change(
                        call.administrator(), call.path("client"), call.body(ClientChange.class), call.ifMatch()));
        calls.put(
                Operation.DELETE_CLIENT,
                call -> clients.delete(call.administrator(), call.path("client"), call.ifMatch()));
        calls.put(Operation.DISABLE_CLIENT, call -> clients.disable(call.administrator(), call.path("client")));
        calls.put(Operation.ENABLE_CLIENT, call -> clients.enable(call.administrator(), call.path("client")));
        calls.put(
                Operation.ADD_SECRET,
                call -> clients.addSecret(call.administrator(), call.path("client"), call.body(SecretOrder.class)));
        calls.put(
                Operation.DELETE_SECRET,
                call -> clients.removeSecret(call.administrator(), call.path("client"), call.path("secret")));
    }

    private void ofDefinitions() {
        calls.put(Operation.LIST_DEFINITIONS, call -> definitions.list());
        calls.put(Operation.SHOW_DEFINITION, call -> definitions.show(kind(call), call.path("name")));
        calls.put(
                Operation.CREATE_DEFINITION,
                call -> definitions.create(call.administrator(), call.body(DefinitionOrder.class)));
        calls.put(
                Operation.CHANGE_DEFINITION,
                call -> definitions.change(
                        call.administrator(),
                        kind(call),
                        call.path("name"),
                        call.body(DefinitionChange.class),
                        call.ifMatch()));
        calls.put(
                Operation.DELETE_DEFINITION,
                call -> definitions.delete(call.administrator(), kind(call), call.path("name"), call.ifMatch()));
    }

    private static DefinitionKind kind(OperationCall call) {
        return DefinitionKind.of(call.path("kind")).orElseThrow(() -> AdminRefusal.unknown("kind of definition"));
    }

    private void ofTheProvider() {
        calls.put(Operation.LIST_KEYS, call -> keys.list());
        calls.put(Operation.ROTATE_KEY, call -> keys.rotate(call.administrator(), call.body(RotationOrder.class)));
        calls.put(
                Operation.REVOKE_KEY,
                call -> keys.revoke(call.administrator(), call.path("key"), call.body(KeyRevocationOrder.class)));
        calls.put(Operation.SHOW_MASTER_KEY, call -> sealing.show());
        calls.put(Operation.SEAL_ANEW, call -> sealing.order(call.administrator()));
        calls.put(Operation.LIST_JOBS, call -> jobs.list());
        calls.put(Operation.SHOW_JOB, call -> jobs.show(call.path("job")));
        calls.put(Operation.LIST_JOB_ERRORS, call -> errors.of(call.path("job")));
        calls.put(Operation.CANCEL_JOB, call -> jobs.cancel(call.administrator(), call.path("job")));
        calls.put(
                Operation.EXPORT,
                call -> new Download(
                        MediaType.APPLICATION_JSON,
                        "ostiary-export.json",
                        new ExportStream(exports, call.truth("include_secrets"))));
        calls.put(
                Operation.IMPORT,
                call -> imports.take(
                        call.administrator(),
                        call.body(ProviderDocument.class),
                        call.truth("dry_run"),
                        call.truth("as_job")));
        calls.put(
                Operation.IMPORT_SUBJECTS,
                call -> subjects.take(call.administrator(), call.body(SubjectImportOrder.class)));
        calls.put(
                Operation.IMPORT_AUTHELIA,
                call -> authelia.take(call.administrator(), call.body(AutheliaImportOrder.class)));
        calls.put(Operation.LIST_AUDIT, call -> records.audit(question(call), call.query("after"), call.limit()));
        calls.put(Operation.SHOW_REFUSAL, call -> records.refusal(call.path("request")));
        calls.put(Operation.SHOW_FIX, call -> fixes.show(call.path("request")));
        calls.put(Operation.APPLY_FIX, call -> fixes.apply(call.administrator(), call.path("request"), call.ifMatch()));
        calls.put(Operation.SHOW_CONFIGURATION, call -> records.configuration());
    }

    private void ofPreviews() {
        calls.put(Operation.LIST_RECENT_REQUESTS, call -> watched.recent(call.path("client")));
        calls.put(
                Operation.WATCH_CLIENT,
                call -> watched.watch(call.administrator(), call.path("client"), call.body(WatchOrder.class)));
        calls.put(Operation.DRY_RUN, call -> dryRuns.run(call.administrator(), call.body(DryRunOrder.class)));
        calls.put(Operation.PREVIEW_CLAIMS, call -> claims.preview(call.administrator(), call.body(ClaimsOrder.class)));
    }

    private void ofTheTrail() {
        calls.put(Operation.VERIFY_TRAIL, call -> trail.verify(call.query("end")));
        calls.put(Operation.WALK_TRAIL, call -> trail.walk(call.administrator()));
        calls.put(Operation.EXPORT_TRAIL, call -> download.in(call.query("format")));
        calls.put(Operation.COUNT_TRAIL, call -> trail.statistics(call.number("days", USUAL_DAYS)));
        calls.put(Operation.LINT_CLIENT, call -> lint.show(call.path("client")));
        calls.put(Operation.LINT, call -> lint.page(call.query("after"), call.limit()));
    }

    private static TrailQuery question(OperationCall call) {
        return new TrailQuery(
                call.query("event"),
                call.query("outcome"),
                call.query("account"),
                call.query("client"),
                call.query("request"),
                call.query("actor"),
                call.moment("from"),
                call.moment("to"));
    }

    /** Does it; answers what came of it. */
    Record perform(Operation operation, OperationCall call) {
        return Objects.requireNonNull(calls.get(operation), operation.id()).apply(call);
    }
}
