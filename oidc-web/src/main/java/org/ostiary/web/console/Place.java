package org.ostiary.web.console;

import static org.ostiary.ejb.protocol.client.AdministrationRole.ADMIN;
import static org.ostiary.ejb.protocol.client.AdministrationRole.AUDITOR;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ostiary.ejb.protocol.client.AdministrationRole;

/**
 * The one table of all pages and of all that can be changed on them: how each is reached below {@code /admin}, and the role that it
 * needs. The door admits nothing that is not in it. What is the same as an operation of the REST interface has its name, so that
 * auditors find both.
 */
enum Place {
    SHOW_OVERVIEW("GET", "", AUDITOR),

    LIST_DELIVERIES("GET", "/deliveries", AUDITOR),
    SEND_DELIVERY_AGAIN("POST", "/deliveries/send-again", ADMIN),

    SHOW_REFUSAL("GET", "/refusals", AUDITOR),
    APPLY_FIX("POST", "/refusals/fix", ADMIN),

    LIST_AUDIT("GET", "/audit", AUDITOR),
    VERIFY_TRAIL("GET", "/audit/chain", AUDITOR),
    WALK_TRAIL("POST", "/audit/chain/walk", ADMIN),
    COUNT_TRAIL("GET", "/audit/statistics", AUDITOR),

    LIST_ACCOUNTS("GET", "/accounts", AUDITOR),
    SHOW_ACCOUNT("GET", "/account", AUDITOR),
    DISABLE_ACCOUNT("POST", "/account/disable", ADMIN),
    ENABLE_ACCOUNT("POST", "/account/enable", ADMIN),
    UNLOCK_ACCOUNT("POST", "/account/unlock", ADMIN),
    END_SESSION("POST", "/account/end-session", ADMIN),
    END_SESSIONS("POST", "/account/end-sessions", ADMIN),
    REVOKE_GRANT("POST", "/account/revoke-grant", ADMIN),
    PREVIEW_GROUPS("GET", "/account/groups", AUDITOR),
    CHANGE_GROUPS("POST", "/account/change-groups", ADMIN),
    LIST_SECOND_FACTORS("GET", "/account/second-factors", AUDITOR),
    RESET_SECOND_FACTORS("POST", "/account/reset-second-factors", ADMIN),

    LIST_KEYS("GET", "/keys", AUDITOR),
    ROTATE_KEY("POST", "/keys/rotate", ADMIN),
    PREVIEW_REVOKE_KEY("GET", "/keys/revocation", ADMIN),
    REVOKE_KEY("POST", "/keys/revoke", ADMIN),
    SEAL_ANEW("POST", "/keys/seal-anew", ADMIN),

    LIST_CLIENTS("GET", "/clients", AUDITOR),
    SHOW_CLIENT("GET", "/client", AUDITOR),
    EDIT_CLIENT("GET", "/client/form", ADMIN),
    CREATE_CLIENT("POST", "/client/create", ADMIN),
    CHANGE_CLIENT("POST", "/client/change", ADMIN),
    PREVIEW_DELETE_CLIENT("GET", "/client/deletion", AUDITOR),
    DELETE_CLIENT("POST", "/client/delete", ADMIN),
    DISABLE_CLIENT("POST", "/client/disable", ADMIN),
    ENABLE_CLIENT("POST", "/client/enable", ADMIN),
    ADD_SECRET("POST", "/client/add-secret", ADMIN),
    DELETE_SECRET("POST", "/client/delete-secret", ADMIN),
    LIST_RECENT_REQUESTS("GET", "/client/requests", AUDITOR),
    WATCH_CLIENT("POST", "/client/watch", ADMIN),

    LIST_DEFINITIONS("GET", "/definitions", AUDITOR),
    SHOW_DEFINITION("GET", "/definition", AUDITOR),
    EDIT_DEFINITION("GET", "/definition/form", ADMIN),
    CREATE_DEFINITION("POST", "/definition/create", ADMIN),
    PREVIEW_DEFINITION("POST", "/definition/preview", ADMIN),
    CHANGE_DEFINITION("POST", "/definition/change", ADMIN),
    DELETE_DEFINITION("POST", "/definition/delete", ADMIN),

    DRY_RUN("GET", "/dry-run", AUDITOR),
    PREVIEW_CLAIMS("GET", "/claims", AUDITOR),

    LIST_JOBS("GET", "/jobs", AUDITOR),
    SHOW_JOB("GET", "/job", AUDITOR),
    CANCEL_JOB("POST", "/job/cancel", ADMIN),

    PREVIEW_REVOCATION("GET", "/revocation", AUDITOR),
    REVOKE("POST", "/revocation/order", ADMIN),
    PREPARE_IMPORT("GET", "/import", ADMIN),
    PREVIEW_IMPORT("POST", "/import/preview", ADMIN),
    IMPORT("POST", "/import/order", ADMIN),
    PREPARE_EXPORT("GET", "/export", ADMIN),
    EXPORT("POST", "/export/file", ADMIN),

    SHOW_CONFIGURATION("GET", "/configuration", AUDITOR);

    private final String method;
    private final String path;
    private final AdministrationRole role;

    Place(String method, String path, AdministrationRole role) {
        this.method = method;
        this.path = path;
        this.role = role;
    }

    /** What is reached by this method at this path below {@code /admin}. */
    static Optional<Place> find(String method, String path) {
        return Arrays.stream(values())
                .filter(each -> each.method.equals(method) && each.path.equals(path))
                .findFirst();
    }

    /** The methods by which something is reached at this path; none where there is nothing. */
    static String methods(String path) {
        return Arrays.stream(values())
                .filter(each -> each.path.equals(path))
                .map(each -> each.method)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The places that only show something. */
    static List<Place> shown() {
        return Arrays.stream(values()).filter(Place::reads).toList();
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

    AdministrationRole role() {
        return role;
    }

    /** Whether it only shows something. */
    boolean reads() {
        return method.equals("GET");
    }

    /** Whether what shows it tells auditors already: a question of what a change would do. */
    boolean isNotedWhereItIsDone(PlaceCall call) {
        boolean form =
                this == PREVIEW_REVOCATION || this == PREVIEW_GROUPS || this == PREVIEW_CLAIMS || this == DRY_RUN;
        return this == PREVIEW_REVOKE_KEY || this == PREVIEW_DELETE_CLIENT || (form && call.find("preview") != null);
    }

    /** Whether its form has a file, or the text of one. */
    boolean takesText() {
        return this == PREVIEW_IMPORT || this == IMPORT;
    }

    /** Whether a field of its form may hold a document: the keys of a client, or the rules of a policy. */
    boolean takesDocuments() {
        return this == CREATE_CLIENT
                || this == CHANGE_CLIENT
                || this == CREATE_DEFINITION
                || this == PREVIEW_DEFINITION
                || this == CHANGE_DEFINITION;
    }

    /** Whether it answers with a file, and not with a page. */
    boolean isFile() {
        return this == EXPORT;
    }

    /** The view behind it. */
    String view() {
        return "/admin-" + id().replace('_', '-') + ".xhtml";
    }
}
