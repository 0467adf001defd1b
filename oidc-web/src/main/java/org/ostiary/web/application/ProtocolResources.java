package org.ostiary.web.application;

import jakarta.ws.rs.ApplicationPath;
import org.ostiary.web.authorize.AuthorizeResource;
import org.ostiary.web.authorize.PushedAuthorizationResource;
import org.ostiary.web.checksession.CheckSessionResource;
import org.ostiary.web.endsession.EndSessionResource;
import org.ostiary.web.introspection.IntrospectionResource;
import org.ostiary.web.revocation.RevocationResource;
import org.ostiary.web.token.TokenResource;
import org.ostiary.web.userinfo.UserInfoResource;

/** The protocol's endpoints. */
@ApplicationPath("/api/oidc")
public class ProtocolResources extends Resources {

    /** For the container. */
    public ProtocolResources() {
        super(
                AuthorizeResource.class,
                PushedAuthorizationResource.class,
                TokenResource.class,
                UserInfoResource.class,
                IntrospectionResource.class,
                RevocationResource.class,
                EndSessionResource.class,
                CheckSessionResource.class);
    }
}
