package org.ostiary.web.admin;

import static org.ostiary.ejb.protocol.client.AdministrationRole.ADMIN;
import static org.ostiary.ejb.protocol.client.AdministrationRole.AUDITOR;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.client.ClientChange;
import org.ostiary.ejb.admin.client.ClientCreated;
import org.ostiary.ejb.admin.client.ClientDeleted;
import org.ostiary.ejb.admin.client.ClientOrder;
import org.ostiary.ejb.admin.client.ClientPage;
import org.ostiary.ejb.admin.client.ClientView;
import org.ostiary.ejb.admin.client.RecentRequestList;
import org.ostiary.ejb.admin.client.SecretCreated;
import org.ostiary.ejb.admin.client.SecretOrder;
import org.ostiary.ejb.admin.client.WatchOrder;
import org.ostiary.ejb.admin.definition.DefinitionChange;
import org.ostiary.ejb.admin.definition.DefinitionDeleted;
import org.ostiary.ejb.admin.definition.DefinitionList;
import org.ostiary.ejb.admin.definition.DefinitionOrder;
import org.ostiary.ejb.admin.definition.DefinitionResult;
import org.ostiary.ejb.admin.definition.DefinitionView;
import org.ostiary.ejb.admin.delivery.DeliveryPage;
import org.ostiary.ejb.admin.delivery.DeliveryView;
import org.ostiary.ejb.admin.fix.FixView;
import org.ostiary.ejb.admin.job.JobList;
import org.ostiary.ejb.admin.job.JobView;
import org.ostiary.ejb.admin.keys.KeyList;
import org.ostiary.ejb.admin.keys.KeyRevocationOrder;
import org.ostiary.ejb.admin.keys.KeyRevocationResult;
import org.ostiary.ejb.admin.keys.MasterKeyView;
import org.ostiary.ejb.admin.keys.RotationOrder;
import org.ostiary.ejb.admin.keys.RotationResult;
import org.ostiary.ejb.admin.lint.LintPage;
import org.ostiary.ejb.admin.lint.LintView;
import org.ostiary.ejb.admin.people.AccountPage;
import org.ostiary.ejb.admin.people.AccountView;
import org.ostiary.ejb.admin.people.FactorResetOrder;
import org.ostiary.ejb.admin.people.FactorResetResult;
import org.ostiary.ejb.admin.people.GrantList;
import org.ostiary.ejb.admin.people.GrantsResult;
import org.ostiary.ejb.admin.people.GroupsOrder;
import org.ostiary.ejb.admin.people.GroupsResult;
import org.ostiary.ejb.admin.people.GroupsView;
import org.ostiary.ejb.admin.people.SecondFactorList;
import org.ostiary.ejb.admin.people.SessionList;
import org.ostiary.ejb.admin.people.SessionView;
import org.ostiary.ejb.admin.people.SessionsResult;
import org.ostiary.ejb.admin.people.UnlockResult;
import org.ostiary.ejb.admin.preview.ClaimsOrder;
import org.ostiary.ejb.admin.preview.ClaimsPreview;
import org.ostiary.ejb.admin.preview.DryRunOrder;
import org.ostiary.ejb.admin.preview.DryRunResult;
import org.ostiary.ejb.admin.records.AuditPage;
import org.ostiary.ejb.admin.records.ConfigurationView;
import org.ostiary.ejb.admin.records.RefusalView;
import org.ostiary.ejb.admin.records.TrailStatistics;
import org.ostiary.ejb.admin.records.VerificationView;
import org.ostiary.ejb.admin.revoking.RevocationOrder;
import org.ostiary.ejb.admin.revoking.RevocationResult;
import org.ostiary.ejb.admin.transfer.AutheliaImportOrder;
import org.ostiary.ejb.admin.transfer.AutheliaImportView;
import org.ostiary.ejb.admin.transfer.ImportResult;
import org.ostiary.ejb.admin.transfer.ProviderDocument;
import org.ostiary.ejb.admin.transfer.SubjectImportOrder;
import org.ostiary.ejb.admin.transfer.SubjectImportView;
import org.ostiary.ejb.protocol.client.AdministrationRole;

/**
 * The one table of all operations: how each is asked for, the role that it needs, and what goes in and out. The door admits
 * nothing that is not in it, and the OpenAPI document is made from it.
 *
 * <p>One long file on purpose: who may do what is read in one place, row under row, and a second table would be a second door.
 */
enum Operation {
    WHO_AM_I("GET", "/me", AUDITOR, "Who asks, in which role", null, Me.class),
    DESCRIBE("GET", "/openapi.json", AUDITOR, "This description", null, null),

    LIST_ACCOUNTS(
            "GET",
            "/accounts",
            AUDITOR,
            "Accounts in the order of their usernames",
            null,
            AccountPage.class,
            "prefix",
            "after",
            "limit"),
    SHOW_ACCOUNT("GET", "/accounts/{account}", AUDITOR, "One account", null, AccountView.class),
    DISABLE_ACCOUNT(
            "POST",
            "/accounts/{account}/disable",
            ADMIN,
            "Lock an account: its sessions end, and nothing issued for it works until it is enabled again",
            null,
            AccountView.class),
    ENABLE_ACCOUNT(
            "POST", "/accounts/{account}/enable", ADMIN, "Take the lock of an account back", null, AccountView.class),
    UNLOCK_ACCOUNT(
            "POST",
            "/accounts/{account}/unlock",
            ADMIN,
            "Let passwords be judged again before a ban for too many wrong ones ends",
            null,
            UnlockResult.class),
    SHOW_GROUPS(
            "GET",
            "/accounts/{account}/groups",
            AUDITOR,
            "The groups of an account, with the ETag that a change of them needs",
            null,
            GroupsView.class),
    CHANGE_GROUPS(
            "PUT",
            "/accounts/{account}/groups",
            ADMIN,
            "Put an account that is kept here into these groups and no others; grants that lose their right are revoked;"
                    + " needs If-Match",
            GroupsOrder.class,
            GroupsResult.class),
    PREVIEW_GROUPS(
            "POST",
            "/accounts/{account}/groups/preview",
            AUDITOR,
            "Count the grants that would lose their right",
            GroupsOrder.class,
            GroupsResult.class),

    LIST_SECOND_FACTORS(
            "GET",
            "/accounts/{account}/second-factors",
            AUDITOR,
            "Second factors of an account, and how many recovery codes are left",
            null,
            SecondFactorList.class),
    RESET_SECOND_FACTORS(
            "POST",
            "/accounts/{account}/second-factors/reset",
            ADMIN,
            "Take all second factors and recovery codes from a person who lost them; sessions end, and the person is told by"
                    + " mail; with dry_run only tell",
            FactorResetOrder.class,
            FactorResetResult.class),

    LIST_SESSIONS(
            "GET", "/accounts/{account}/sessions", AUDITOR, "Live sessions of an account", null, SessionList.class),
    END_SESSIONS(
            "DELETE",
            "/accounts/{account}/sessions",
            ADMIN,
            "End all sessions of an account",
            null,
            SessionsResult.class),
    SHOW_SESSION("GET", "/sessions/{session}", AUDITOR, "One session, ended or not", null, SessionView.class),
    END_SESSION(
            "DELETE", "/sessions/{session}", ADMIN, "End a session; its clients are told", null, SessionsResult.class),

    LIST_GRANTS("GET", "/accounts/{account}/grants", AUDITOR, "Grants of an account", null, GrantList.class),
    REVOKE_GRANT(
            "DELETE", "/grants/{grant}", ADMIN, "Revoke a grant and all issued under it", null, GrantsResult.class),
    REVOKE(
            "POST",
            "/revocations",
            ADMIN,
            "Revoke by account, client, session, grant, or everything; with dry_run only count; with as_job, and where there is"
                    + " much, a job does it",
            RevocationOrder.class,
            RevocationResult.class),

    LIST_DELIVERIES(
            "GET",
            "/logout-deliveries",
            AUDITOR,
            "Who is told of the end of sessions, the newest first",
            null,
            DeliveryPage.class,
            "state",
            "after",
            "limit"),
    SEND_DELIVERY_AGAIN(
            "POST",
            "/logout-deliveries/{delivery}/send-again",
            ADMIN,
            "Tell a client anew that refused or did not answer",
            null,
            DeliveryView.class),

    LIST_KEYS("GET", "/keys", AUDITOR, "Signing keys with their states and times", null, KeyList.class),
    ROTATE_KEY(
            "POST",
            "/keys/rotate",
            ADMIN,
            "Let another key follow now; it is published first, so that no client notices",
            RotationOrder.class,
            RotationResult.class),
    REVOKE_KEY(
            "POST",
            "/keys/{key}/revoke",
            ADMIN,
            "End a key at once, because somebody else may have it: what it signed is worth nothing any more, and clients"
                    + " that keep the key set refuse new tokens until they look again; with dry_run only tell",
            KeyRevocationOrder.class,
            KeyRevocationResult.class),
    SHOW_MASTER_KEY(
            "GET",
            "/master-key",
            AUDITOR,
            "The names of the master keys of the node that answers; no key",
            null,
            MasterKeyView.class),
    SEAL_ANEW(
            "POST",
            "/master-key/seal-anew",
            ADMIN,
            "Order a job that seals all that is stored sealed under the node's own master key, while it has another beside it",
            null,
            JobView.class),

    LIST_CLIENTS(
            "GET",
            "/clients",
            AUDITOR,
            "Clients in the order of their identifiers",
            null,
            ClientPage.class,
            "prefix",
            "after",
            "limit"),
    SHOW_CLIENT("GET", "/clients/{client}", AUDITOR, "One client with its options and source", null, ClientView.class),
    LINT_CLIENT(
            "GET",
            "/clients/{client}/lint",
            AUDITOR,
            "How well an enabled client is registered (RFC 9700), and how it would be better",
            null,
            LintView.class),
    LINT("GET", "/lint", AUDITOR, "The grades of all enabled clients", null, LintPage.class, "after", "limit"),
    CREATE_CLIENT(
            "POST",
            "/clients",
            ADMIN,
            "Register a client with the options of the configuration; its secret is shown this once",
            ClientOrder.class,
            ClientCreated.class),
    CHANGE_CLIENT(
            "PUT",
            "/clients/{client}",
            ADMIN,
            "Give a client that is registered here other options, all of them; needs If-Match",
            ClientChange.class,
            ClientView.class),
    DELETE_CLIENT(
            "DELETE",
            "/clients/{client}",
            ADMIN,
            "Delete a client that is registered here; all that it has ends; needs If-Match",
            null,
            ClientDeleted.class),
    LIST_RECENT_REQUESTS(
            "GET",
            "/clients/{client}/recent-requests",
            AUDITOR,
            "The newest requests of a client that is watched, for its developer; of what may be secret only the length",
            null,
            RecentRequestList.class),
    WATCH_CLIENT(
            "POST",
            "/clients/{client}/recent-requests/watch",
            ADMIN,
            "Keep the newest 200 requests of a client until a moment, a day from now at most; null forgets them",
            WatchOrder.class,
            WatchOrder.class),
    DISABLE_CLIENT(
            "POST",
            "/clients/{client}/disable",
            ADMIN,
            "Stop a client that is registered here; all that it has ends",
            null,
            ClientView.class),
    ENABLE_CLIENT(
            "POST",
            "/clients/{client}/enable",
            ADMIN,
            "Let a client that was stopped work again; what ended stays ended",
            null,
            ClientView.class),
    ADD_SECRET(
            "POST",
            "/clients/{client}/secrets",
            ADMIN,
            "Make another secret, which is shown this once; the others may end at a moment",
            SecretOrder.class,
            SecretCreated.class),
    DELETE_SECRET("DELETE", "/clients/{client}/secrets/{secret}", ADMIN, "Take a secret away", null, ClientView.class),

    LIST_DEFINITIONS(
            "GET",
            "/definitions",
            AUDITOR,
            "Access policies, scopes and claims policies, each with its source and the clients that refer to it",
            null,
            DefinitionList.class),
    SHOW_DEFINITION(
            "GET",
            "/definitions/{kind}/{name}",
            AUDITOR,
            "One of them; kind is policy, scope or claims_policy",
            null,
            DefinitionView.class),
    CREATE_DEFINITION(
            "POST",
            "/definitions",
            ADMIN,
            "Define a policy, scope or claims policy with the options of the configuration",
            DefinitionOrder.class,
            DefinitionResult.class),
    CHANGE_DEFINITION(
            "PUT",
            "/definitions/{kind}/{name}",
            ADMIN,
            "Give one that was defined here other options, all of them; grants that lose their right are revoked; with dry_run"
                    + " only count them; needs If-Match",
            DefinitionChange.class,
            DefinitionResult.class),
    DELETE_DEFINITION(
            "DELETE",
            "/definitions/{kind}/{name}",
            ADMIN,
            "Delete one that was defined here and that no client refers to; needs If-Match",
            null,
            DefinitionDeleted.class),

    DRY_RUN(
            "POST",
            "/dry-runs",
            AUDITOR,
            "What an authorization request would lead to, and every rule that it is judged by; nothing comes of it",
            DryRunOrder.class,
            DryRunResult.class),

    PREVIEW_CLAIMS(
            "POST",
            "/claims-previews",
            AUDITOR,
            "What a client would be told about a person; nothing is issued",
            ClaimsOrder.class,
            ClaimsPreview.class),

    LIST_JOBS("GET", "/jobs", AUDITOR, "Long work, what was ordered last first", null, JobList.class),
    SHOW_JOB(
            "GET", "/jobs/{job}", AUDITOR, "How far long work is, and when it is expected to end", null, JobView.class),
    LIST_JOB_ERRORS(
            "GET",
            "/jobs/{job}/errors",
            AUDITOR,
            "What went wrong in long work, in its order, as a file of JSON Lines",
            null,
            Download.class),
    CANCEL_JOB(
            "POST",
            "/jobs/{job}/cancel",
            ADMIN,
            "Stop long work before its next step; what was done stays done",
            null,
            JobView.class),

    EXPORT(
            "GET",
            "/export",
            ADMIN,
            "What no configuration says, as one document: what was defined here, clients registered here, accounts kept here, subject identifiers;"
                    + " with include_secrets also digests of secrets and passwords",
            null,
            ProviderDocument.class,
            "include_secrets"),
    IMPORT(
            "POST",
            "/import",
            ADMIN,
            "Bring such a document in; with dry_run only tell the difference; with as_job, and where there is much, a job does it",
            ProviderDocument.class,
            ImportResult.class,
            "dry_run",
            "as_job"),
    IMPORT_SUBJECTS(
            "POST",
            "/subject-imports",
            ADMIN,
            "Take subject identifiers of Authelia over, so that applications know people by the same; with dry_run only tell;"
                    + " with as_job, and where there is much, a job does it",
            SubjectImportOrder.class,
            SubjectImportView.class),

    IMPORT_AUTHELIA(
            "POST",
            "/authelia-imports",
            ADMIN,
            "Register the clients of a configuration.yml of Authelia, and say what belongs into the configuration or was lost;"
                    + " with dry_run only tell; with as_job, and where there are many, a job does it",
            AutheliaImportOrder.class,
            AutheliaImportView.class),

    LIST_AUDIT(
            "GET",
            "/audit-records",
            AUDITOR,
            "The audit trail, the latest first",
            null,
            AuditPage.class,
            "event",
            "outcome",
            "account",
            "client",
            "request",
            "actor",
            "from",
            "to",
            "after",
            "limit"),
    VERIFY_TRAIL(
            "GET",
            "/audit-trail/verification",
            AUDITOR,
            "Whether nobody but the server wrote to the audit trail; end is one that it had before, as position:seal",
            null,
            VerificationView.class,
            "end"),
    WALK_TRAIL(
            "POST",
            "/audit-trail/verification",
            ADMIN,
            "Order a job that compares every record of the trail, however long it is; what is wrong are its errors",
            null,
            JobView.class),
    EXPORT_TRAIL(
            "GET",
            "/audit-trail/export",
            AUDITOR,
            "All sealed records in the order of the chain, as format jsonl or csv",
            null,
            Download.class,
            "format"),
    COUNT_TRAIL(
            "GET",
            "/audit-trail/statistics",
            AUDITOR,
            "Log-ins, failures and tokens by day, and the busiest clients",
            null,
            TrailStatistics.class,
            "days"),
    SHOW_REFUSAL(
            "GET", "/refusals/{request}", AUDITOR, "Why a request was refused, by its id", null, RefusalView.class),
    SHOW_FIX(
            "GET",
            "/refusals/{request}/fix",
            AUDITOR,
            "Which option of the client would let such a request pass, before and after, with the grade that the client would"
                    + " have; 404 where no option is in the way",
            null,
            FixView.class),
    APPLY_FIX(
            "POST",
            "/refusals/{request}/fix",
            ADMIN,
            "Add to the client's option what the request sent; needs If-Match",
            null,
            ClientView.class),
    SHOW_CONFIGURATION(
            "GET",
            "/configuration",
            AUDITOR,
            "The configuration and its sources; no secret",
            null,
            ConfigurationView.class);

    private final String method;
    private final String path;
    private final AdministrationRole role;
    private final String summary;
    private final @Nullable Class<? extends Record> request;
    private final @Nullable Class<? extends Record> answer;
    private final String query;

    Operation(
            String method,
            String path,
            AdministrationRole role,
            String summary,
            @Nullable Class<? extends Record> request,
            @Nullable Class<? extends Record> answer,
            String... query) {
        this.method = method;
        this.path = path;
        this.role = role;
        this.summary = summary;
        this.request = request;
        this.answer = answer;
        this.query = String.join(" ", query);
    }

    /** The operation of this method at this path. */
    static Optional<Operation> find(String method, String asked) {
        return Arrays.stream(values())
                .filter(each -> each.method.equals(method) && Template.matches(each.path, asked))
                // A fixed name before a variable one.
                .min((one, other) -> Boolean.compare(one.path.contains("{"), other.path.contains("{")));
    }

    /** The methods that some operation at this path has; none where there is no such path. */
    static String methods(String asked) {
        return Arrays.stream(values())
                .filter(each -> Template.matches(each.path, asked))
                .map(each -> each.method)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), each -> String.join(", ", each)));
    }

    /** The stable name, by which auditors find it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** What stands in the asked path where the table has names in braces. */
    Map<String, String> variables(String asked) {
        return Template.variables(path, asked);
    }

    AdministrationRole role() {
        return role;
    }

    String summary() {
        return summary;
    }

    /** What the body is; null for an operation without one. */
    @Nullable
    Class<? extends Record> request() {
        return request;
    }

    /** What the answer is; null for the description alone. */
    @Nullable
    Class<? extends Record> answer() {
        return answer;
    }

    /** The parameters that the query may have. */
    List<String> query() {
        return query.isEmpty() ? List.of() : List.of(query.split(" "));
    }

    /** Whether it only looks: the door notes those for auditors; whatever changes something notes it with the change. */
    boolean reads() {
        return method.equals("GET");
    }
}
