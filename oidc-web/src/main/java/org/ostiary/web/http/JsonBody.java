package org.ostiary.web.http;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ostiary.ejb.json.BoundedJson;

/** A body that is a JSON object. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * Reads it, within bounds.
     *
     * @param entity the body as JAX-RS hands it to the resource
     * @param longest bytes
     * @return empty for what is no JSON object, is nested too deeply, or names a member twice
     * @throws ClientErrorException 415 for another media type, 413 for a longer body, 408 for one that does not arrive
     */
    public static Optional<JsonObject> of(HttpServletRequest request, InputStream entity, int longest) {
        String contentType = request.getContentType();
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/json")) {
            throw new ClientErrorException(Status.UNSUPPORTED_MEDIA_TYPE);
        }
        return BoundedJson.read(new String(FormBody.read(request, entity, longest), StandardCharsets.UTF_8));
    }
}
