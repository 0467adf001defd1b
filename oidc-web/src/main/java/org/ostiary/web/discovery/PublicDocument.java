package org.ostiary.web.discovery;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.discovery.PreparedDocument;

/** How a public document is sent: with its validator, and how long caches may keep it. */
final class PublicDocument {

    private PublicDocument() {}

    static Response answer(PreparedDocument document, Request request) {
        EntityTag tag = new EntityTag(document.etag());
        ResponseBuilder unchanged = unchanged(tag, request);
        ResponseBuilder answer = unchanged == null
                ? Response.ok(document.body(), MediaType.APPLICATION_JSON_TYPE).tag(tag)
                : unchanged.tag(tag);
        CacheControl cache = new CacheControl();
        cache.setMaxAge(Math.toIntExact(document.maxAge().toSeconds()));
        cache.setNoTransform(false);
        cache.getCacheExtension().put("public", "");
        return answer.cacheControl(cache).build();
    }

    /** Null when the document must be sent; a condition that cannot be read is none (RFC 9110, section 13.1.2). */
    private static @Nullable ResponseBuilder unchanged(EntityTag tag, Request request) {
        try {
            return request.evaluatePreconditions(tag);
        } catch (ProcessingException malformed) {
            return null;
        }
    }
}
