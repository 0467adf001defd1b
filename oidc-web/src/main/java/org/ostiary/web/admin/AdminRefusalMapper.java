package org.ostiary.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.AdminRefusal.Kind;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.web.error.ProblemJson;
import org.ostiary.web.http.Visit;

/** Tells administrators what was refused (RFC 9457), and programs which token would be right (RFC 6750, section 3; RFC 9470, section 3). */
@Provider
@ApplicationScoped
public class AdminRefusalMapper implements ExceptionMapper<AdminRefusal> {

    @Inject
    RefusalService refusals;

    @Inject
    Visit visit;

    @Override
    public Response toResponse(AdminRefusal refusal) {
        refusals.note(code(refusal.kind()), refusal.rule(), refusal.detail(), visit.facts());
        ResponseBuilder response = Response.status(status(refusal.kind()))
                .type(ProblemJson.TYPE)
                .entity(ProblemJson.of(
                        status(refusal.kind()),
                        refusal.rule(),
                        refusal.detail(),
                        refusal.mistakes(),
                        visit.facts().requestId()));
        String challenge = challenge(refusal);
        return (challenge.isEmpty() ? response : response.header(HttpHeaders.WWW_AUTHENTICATE, challenge)).build();
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case NOT_AUTHENTICATED, TOO_WEAK -> 401;
            case SCOPE_TOO_SMALL, NOT_ALLOWED -> 403;
            case UNKNOWN -> 404;
            case MALFORMED -> 400;
            case CONFLICT -> 409;
            case STALE -> 412;
            case UNCONDITIONAL -> 428;
        };
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case NOT_AUTHENTICATED -> "invalid_token";
            case TOO_WEAK -> "insufficient_user_authentication";
            case SCOPE_TOO_SMALL -> "insufficient_scope";
            case NOT_ALLOWED -> "access_denied";
            case UNKNOWN -> "not_found";
            case MALFORMED -> "invalid_request";
            case CONFLICT -> "conflict";
            case STALE -> "precondition_failed";
            case UNCONDITIONAL -> "precondition_required";
        };
    }

    /** Who brings no token at all is only told which kind would be right. */
    private static String challenge(AdminRefusal refusal) {
        String bearer = "Bearer realm=\"administration\"";
        return switch (refusal.kind()) {
            case NOT_AUTHENTICATED ->
                refusal.rule().id().equals("administration-token-present")
                        ? bearer
                        : bearer + ", error=\"invalid_token\", error_description=\"" + refusal.detail() + "\"";
            case TOO_WEAK ->
                bearer + ", error=\"insufficient_user_authentication\", error_description=\"" + refusal.detail()
                        + "\", acr_values=\"urn:ostiary:acr:two-factor\"";
            case SCOPE_TOO_SMALL ->
                bearer + ", error=\"insufficient_scope\", scope=\"" + Scopes.AUDIT + " " + Scopes.ADMIN + "\"";
            case NOT_ALLOWED, UNKNOWN, MALFORMED, CONFLICT, STALE, UNCONDITIONAL -> "";
        };
    }
}
