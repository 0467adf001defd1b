package org.ostiary.web.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.ostiary.ejb.protocol.authorize.RedirectedError;

/** Tells the client through the browser. */
@Provider
@ApplicationScoped
public class RedirectedErrorMapper implements ExceptionMapper<RedirectedError> {

    @Inject
    OutcomeAnswer answer;

    @Override
    public Response toResponse(RedirectedError error) {
        return answer.to(error.response());
    }
}
