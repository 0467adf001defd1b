package org.ostiary.web.console;

import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.protocol.Rule;

/** A refusal as the page for it reads it. */
public record Refused(int status, String code, Rule rule, String detail) {

    static Refused of(AdminRefusal refusal) {
        return switch (refusal.kind()) {
            case NOT_AUTHENTICATED, TOO_WEAK -> with(401, "invalid_token", refusal);
            case SCOPE_TOO_SMALL, NOT_ALLOWED -> with(403, "access_denied", refusal);
            case UNKNOWN -> with(404, "not_found", refusal);
            case MALFORMED -> with(400, "invalid_request", refusal);
            case CONFLICT -> with(409, "conflict", refusal);
            case STALE -> with(412, "precondition_failed", refusal);
            case UNCONDITIONAL -> with(428, "precondition_required", refusal);
        };
    }

    private static Refused with(int status, String code, AdminRefusal refusal) {
        return new Refused(status, code, refusal.rule(), refusal.detail());
    }

    /** What a page says of it at the top. */
    public String title() {
        return ConsoleWords.word("refused." + status);
    }
}
