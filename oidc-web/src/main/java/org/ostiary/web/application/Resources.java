package org.ostiary.web.application;

import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ostiary.web.authorize.RedirectedErrorMapper;
import org.ostiary.web.error.FailureMapper;
import org.ostiary.web.error.OAuthExceptionMapper;

/** A folder of resources, with the mappers that every folder needs: no error leaves in another way. */
abstract class Resources extends Application {

    private static final Set<Class<?>> MAPPERS =
            Set.of(OAuthExceptionMapper.class, RedirectedErrorMapper.class, FailureMapper.class);

    private final Set<Class<?>> classes;

    Resources(Class<?>... resources) {
        this.classes = Stream.concat(Stream.of(resources), MAPPERS.stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<Class<?>> getClasses() {
        return classes;
    }

    /**
     * For Jersey: no description of the resources, no container page in place of an answer without a body, and no form made
     * of the query, of which it would warn in the log with the whole address and the secrets in it.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.response.setStatusOverSendError", true,
                "jersey.config.servlet.form.queryParams.disabled", true);
    }
}
