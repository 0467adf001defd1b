package org.ostiary.web.checksession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.ostiary.ejb.authorize.CheckSessionService;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Sha256;
import org.ostiary.web.http.FormBody;
import org.ostiary.web.http.SecurityHeaders;
import org.ostiary.web.http.Visit;

/** The provider's frame (OIDC Session Management 1.0, section 3.2), and what its script asks for once. */
@ApplicationScoped
@Path("check-session")
public class CheckSessionResource {

    private static final int FIVE_MINUTES = 300;

    private static final String SCRIPT = script();
    private static final String SCRIPT_HASH = "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(SCRIPT));

    @Inject
    CheckSessionService service;

    @Inject
    Visit visit;

    /** The page: a script and nothing to see. */
    @GET
    public Response frame() {
        String html = """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Session state</title></head>
                <body data-cookie="%s" data-origins="%s"><script>%s</script></body>
                </html>
                """.formatted(visit.stateCookieName(), visit.path("/api/oidc/check-session/client"), SCRIPT);
        return Response.ok(html.getBytes(StandardCharsets.UTF_8), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", SecurityHeaders.policyOfFramedScript(SCRIPT_HASH))
                .header(HttpHeaders.CACHE_CONTROL, kept())
                .build();
    }

    /** Whether scripts of the origin may ask about the client: 204, otherwise 404. */
    @GET
    @Path("client")
    public Response client(@Context HttpServletRequest request) {
        RequestParameters parameters = FormBody.query(request);
        boolean known = service.isOriginOf(parameters.require("origin"), parameters.require("client_id"));
        return Response.status(known ? Status.NO_CONTENT : Status.NOT_FOUND)
                .header(HttpHeaders.CACHE_CONTROL, kept())
                .build();
    }

    private static CacheControl kept() {
        CacheControl kept = new CacheControl();
        kept.setMaxAge(FIVE_MINUTES);
        return kept;
    }

    private static String script() {
        try (InputStream script = CheckSessionResource.class.getResourceAsStream("check-session.js")) {
            return new String(
                    Objects.requireNonNull(script, "the archive has the script").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
