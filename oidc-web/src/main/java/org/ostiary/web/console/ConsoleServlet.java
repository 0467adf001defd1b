package org.ostiary.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.door.DoorEntry;
import org.ostiary.ejb.admin.door.DoorEntry.Admitted;
import org.ostiary.ejb.admin.door.DoorEntry.SignIn;
import org.ostiary.ejb.admin.door.DoorOpened;
import org.ostiary.ejb.admin.door.PagesDoorService;
import org.ostiary.ejb.admin.door.SignInAnswer;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.web.http.BodyLimits;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.AdminViews;

/**
 * The one door of the pages below {@code /admin}. Who asks is judged first, so that a stranger learns nothing, not even what there
 * is; then the place is looked up in the table, and the role that stands there decides. Whatever changes something is a form that
 * was shown in this browser, and ends with a redirect.
 */
@WebServlet("/admin/*")
@MultipartConfig(
        maxFileSize = BodyLimits.IMPORT,
        maxRequestSize = BodyLimits.IMPORT,
        // Never a file on the disk: digests of passwords may be among it.
        fileSizeThreshold = BodyLimits.IMPORT)
public class ConsoleServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String ROOT = "/admin";
    private static final int LONGEST_QUERY = 1_000;

    @Inject
    transient PagesDoorService door;

    @Inject
    transient Places places;

    @Inject
    transient ExportFile exportFile;

    @Inject
    transient Desk desk;

    @Inject
    transient Visit visit;

    @Inject
    transient RefusalService refusals;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!door.offered()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        try {
            if (door.answerPath().equals(ROOT + path) && method.equals("GET")) {
                signedIn(request, response);
            } else {
                enter(Place.find(method, path.equals("/") ? "" : path), path, request, response);
            }
        } catch (AdminRefusal refusal) {
            refuse(Refused.of(refusal), request, response);
        }
    }

    private void signedIn(HttpServletRequest request, HttpServletResponse response) {
        String attempt = visit.administrationAttempt();
        visit.keepAdministrationAttempt(null);
        DoorOpened opened = door.finish(SignInAnswer.of(PlaceForm.query(request)), attempt, visit.facts());
        visit.keepAdministration(opened.cookie());
        seeOther(visit.path(opened.path()), response);
    }

    private void enter(Optional<Place> found, String path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String operation = found.map(Place::id).orElse("unknown");
        DoorEntry entry = door.enter(visit.administration(), operation, comeBack(found, request), visit.visitor());
        if (entry instanceof SignIn signIn) {
            visit.keepAdministrationAttempt(signIn.attempt());
            seeOther(signIn.address(), response);
            return;
        }
        Administrator administrator = ((Admitted) entry).administrator();
        desk.open(administrator);
        Place place = found.orElse(null);
        if (place == null) {
            nothingThere(path, response);
            return;
        }
        door.require(administrator, place.role());
        if (place.reads()) {
            show(place, administrator, request, response);
        } else {
            PlaceCall call = PlaceForm.of(place, administrator, request);
            requireOurForm(call);
            if (place.isFile()) {
                exportFile.write(call, response);
                return;
            }
            answer(place, places.carryOut(place, call), request, response);
        }
    }

    private void answer(Place place, Outcome outcome, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (outcome instanceof Outcome.Done done) {
            seeOther(visit.path(ROOT + done.path() + "done=" + place.id()), response);
            return;
        }
        Outcome.Shown shown = (Outcome.Shown) outcome;
        Refused refused = shown.refused();
        if (refused != null) {
            note(refused);
            response.setStatus(refused.status());
        }
        desk.show(shown.model(), refused == null ? place.id() : null);
        forward(shown.page().view(), request, response);
    }

    /** Where somebody continues who must sign in first: at the page, never in the middle of a change. */
    private static String comeBack(Optional<Place> found, HttpServletRequest request) {
        if (found.filter(Place::reads).isEmpty()) {
            return ROOT;
        }
        String query = request.getQueryString();
        boolean kept = query != null && query.length() <= LONGEST_QUERY;
        return ROOT + found.get().path() + (kept ? "?" + query : "");
    }

    private static void nothingThere(String path, HttpServletResponse response) throws IOException {
        String methods = Place.methods(path);
        if (methods.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.setHeader("Allow", methods);
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void show(
            Place place, Administrator administrator, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        PlaceCall call = new PlaceCall(administrator, PlaceForm.query(request));
        desk.show(places.show(place, call), call.find("done"));
        if (!place.isNotedWhereItIsDone(call)) {
            door.looked(administrator, call.find("account"), call.looked());
        }
        forward(place.view(), request, response);
    }

    private void requireOurForm(PlaceCall call) {
        String cookie = Objects.requireNonNullElse(visit.administration(), "");
        if (!visit.sameOriginPost() || !door.takes(call.find("form-token"), cookie)) {
            throw PlaceForm.stale();
        }
    }

    private void refuse(Refused refused, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        note(refused);
        desk.show(refused, null);
        response.setStatus(refused.status());
        forward("/admin-refused.xhtml", request, response);
    }

    private void note(Refused refused) {
        refusals.note(refused.code(), refused.rule(), refused.detail(), visit.facts());
    }

    private static void forward(String view, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        AdminViews.open(request);
        request.getRequestDispatcher(view).forward(new ShownRequest(request), response);
    }

    private static void seeOther(String address, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
