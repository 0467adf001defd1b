package org.ostiary.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ostiary.ejb.account.AccountDoorService;
import org.ostiary.ejb.account.DoorOutcome.Prove;
import org.ostiary.ejb.language.Language;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.AccountViews;
import org.ostiary.web.page.ReaderFilter;

/**
 * The door before the pages below {@code /account}: whoever has no live session signs in first and comes back. The views
 * themselves have other names, which no browser reaches.
 */
@WebServlet("/account/*")
public class AccountServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AccountDoorService door;

    @Inject
    transient Visit visit;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String view = AccountViews.viewOf(request.getPathInfo());
        if (getServletContext().getResource(view) == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Language asked = ReaderFilter.asked(request).orElse(null);
        if (door.enter(AccountViews.pathOf(view), asked, visit.visitor()) instanceof Prove prove) {
            if (prove.browserCookie() != null) {
                visit.setBrowserCookie(prove.browserCookie());
            }
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    "Location", visit.path("/api/oidc/authorization/resume?interaction=" + prove.interaction()));
            return;
        }
        AccountViews.open(request);
        request.getRequestDispatcher(view).forward(request, response);
    }
}
