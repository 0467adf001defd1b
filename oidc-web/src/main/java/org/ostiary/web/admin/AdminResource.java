package org.ostiary.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminAccessService;
import org.ostiary.ejb.admin.AdminDoorService;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.Tagged;
import org.ostiary.ejb.admin.body.RecordJson;
import org.ostiary.ejb.admin.body.RequestJson;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.web.http.BearerHeader;
import org.ostiary.web.http.BodyLimits;
import org.ostiary.web.http.FormBody;
import org.ostiary.web.http.JsonBody;
import org.ostiary.web.http.Visit;

/**
 * The one door of the administration. Who asks is judged first, so that a stranger learns nothing, not even what there is; then
 * the operation is looked up in the table, and the role that stands there decides.
 */
@ApplicationScoped
@Path("{path: .*}")
public class AdminResource {

    @Inject
    AdminDoorService door;

    @Inject
    AdminAccessService access;

    @Inject
    Operations operations;

    @Inject
    AuditService audit;

    @Inject
    ProviderConfig config;

    @Inject
    Visit visit;

    @GET
    public Response get(@PathParam("path") String path, @Context HttpServletRequest request) {
        return answer("GET", path, request, InputStream.nullInputStream());
    }

    @POST
    public Response post(@PathParam("path") String path, @Context HttpServletRequest request, InputStream entity) {
        return answer("POST", path, request, entity);
    }

    @PUT
    public Response put(@PathParam("path") String path, @Context HttpServletRequest request, InputStream entity) {
        return answer("PUT", path, request, entity);
    }

    @DELETE
    public Response delete(@PathParam("path") String path, @Context HttpServletRequest request) {
        return answer("DELETE", path, request, InputStream.nullInputStream());
    }

    @PATCH
    public Response patch(@PathParam("path") String path, @Context HttpServletRequest request) {
        return answer("PATCH", path, request, InputStream.nullInputStream());
    }

    /** No script of another origin may ask, so nothing is answered to who asks whether it may. */
    @OPTIONS
    public Response options(@PathParam("path") String path, @Context HttpServletRequest request) {
        return answer("OPTIONS", path, request, InputStream.nullInputStream());
    }

    private Response answer(String method, String relative, HttpServletRequest request, InputStream entity) {
        String path = "/" + relative;
        Optional<Operation> found = Operation.find(method, path);
        Administrator administrator =
                door.admit(token(request), found.map(Operation::id).orElse("unknown"), visit.facts());
        Operation operation = found.orElseThrow(() -> noOperation(path));
        access.require(administrator, operation.role());
        OperationCall call = new OperationCall(
                administrator,
                operation.variables(path),
                query(operation, request),
                body(operation, request, entity),
                request.getHeader(HttpHeaders.IF_MATCH));
        Response answer = operation == Operation.DESCRIBE
                ? json(OpenApi.of(config.administrationAudience())).build()
                : answer(operations.perform(operation, call));
        if (operation.reads()) {
            audit.note(administrator.did(call.account(), call.path().get("client"), asked(call)), visit.facts());
        }
        return answer;
    }

    private static Response answer(Record done) {
        if (done instanceof Download file) {
            return Response.ok(file.content(), file.mediaType())
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.fileName() + "\"")
                    .build();
        }
        ResponseBuilder answer = json(RecordJson.write(done));
        return (done instanceof Tagged state ? answer.tag(state.entityTag()) : answer).build();
    }

    private static ResponseBuilder json(String text) {
        return Response.ok(text, MediaType.APPLICATION_JSON);
    }

    private static String token(HttpServletRequest request) {
        return BearerHeader.of(request)
                .orElseThrow(() -> new AdminRefusal(
                        AdminRefusal.Kind.NOT_AUTHENTICATED,
                        new Rule("administration-token-present", "RFC 6750, section 3.1"),
                        "The request has no access token in its Authorization header"));
    }

    private static RuntimeException noOperation(String path) {
        String methods = Operation.methods(path);
        return methods.isEmpty()
                ? AdminRefusal.unknown("operation")
                : new ClientErrorException(Response.status(Status.METHOD_NOT_ALLOWED)
                        .header(HttpHeaders.ALLOW, methods)
                        .build());
    }

    private static RequestParameters query(Operation operation, HttpServletRequest request) {
        RequestParameters query = FormBody.query(request);
        query.names().stream()
                .filter(name -> !operation.query().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw AdminRefusal.malformed("The query has a parameter that is not known; known are: "
                            + String.join(", ", operation.query()));
                });
        return query;
    }

    private static @Nullable Record body(Operation operation, HttpServletRequest request, InputStream entity) {
        Class<? extends Record> type = operation.request();
        if (type == null) {
            return null;
        }
        JsonObject json = JsonBody.of(request, entity, BodyLimits.ofOperation(operation.path()))
                .orElseThrow(() -> AdminRefusal.malformed("The body must be one JSON object"));
        return RequestJson.read(type, json);
    }

    private static @Nullable String asked(OperationCall call) {
        String text = call.path().isEmpty() ? "" : call.path().toString();
        if ("true".equals(call.query("include_secrets"))) {
            text = "with digests of secrets and passwords";
        }
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), 500));
    }
}
