package org.ostiary.web.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.ostiary.ejb.authorize.AuthorizeOutcome;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Arrive;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Resume;
import org.ostiary.ejb.protocol.authorize.AuthorizationResponse;
import org.ostiary.web.http.Visit;

/** Turns what was decided into an HTTP answer; always 303, so that no browser repeats a POST (RFC 9700, section 4.12). */
@ApplicationScoped
public class OutcomeAnswer {

    @Inject
    Visit visit;

    @Inject
    FormPost formPost;

    /** The answer to an outcome. */
    Response to(AuthorizeOutcome outcome) {
        return outcome.accept(new AuthorizeOutcome.Cases<>() {
            @Override
            public Response respond(Respond respond) {
                return to(respond.response());
            }

            @Override
            public Response ask(Ask ask) {
                if (ask.browserCookie() != null) {
                    visit.setBrowserCookie(ask.browserCookie());
                }
                String page = switch (ask.page()) {
                    case LOGIN -> "/login.xhtml";
                    case SECOND_FACTOR -> "/second-factor.xhtml";
                    case ENROLMENT -> "/enrolment.xhtml";
                    case SELECT_ACCOUNT -> "/select-account.xhtml";
                    case REGISTER -> "/register.xhtml";
                    case CONSENT -> "/consent.xhtml";
                    case FORBIDDEN -> "/forbidden.xhtml";
                };
                return seeOther(visit.path(page + "?interaction=" + ask.interaction()));
            }

            @Override
            public Response resume(Resume resume) {
                return seeOther(visit.path("/api/oidc/authorization/resume?interaction=" + resume.interaction()));
            }

            @Override
            public Response arrive(Arrive arrive) {
                return seeOther(visit.path(arrive.path()));
            }

            private Response to(AuthorizationResponse response) {
                return OutcomeAnswer.this.to(response);
            }
        });
    }

    /** The answer that carries a response to the client. */
    public Response to(AuthorizationResponse response) {
        visit.keepState();
        return response.responseMode().byForm() ? formPost.page(response) : seeOther(response.location());
    }

    /** The text of the header itself: a URI builder would change characters of a registered address. */
    private static Response seeOther(String location) {
        return Response.status(Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, location)
                .build();
    }
}
