package org.ostiary.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.AdminRefusal.Kind;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.web.http.FormBody;

/** What a browser sends to these pages: a query, or a form that was shown there. */
final class PlaceForm {

    private static final String TYPE = "application/x-www-form-urlencoded";

    private static final String WITH_FILE = "multipart/form-data";

    private PlaceForm() {}

    static RequestParameters query(HttpServletRequest request) {
        try {
            return FormBody.query(request);
        } catch (OAuthException malformed) {
            throw AdminRefusal.malformed("The address says something twice, or what cannot be read");
        }
    }

    /** The form of a request that changes something. */
    static PlaceCall of(Place place, Administrator administrator, HttpServletRequest request) throws IOException {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(place.takesText() ? WITH_FILE : TYPE)) {
            throw stale();
        }
        if (place.takesText()) {
            return FormParts.read(administrator, request);
        }
        try {
            return new PlaceCall(
                    administrator,
                    place.takesDocuments()
                            ? FormBody.longBody(request, request.getInputStream())
                            : FormBody.body(request, request.getInputStream()));
        } catch (OAuthException | ClientErrorException malformed) {
            throw AdminRefusal.malformed("The form says something twice, or what cannot be read");
        }
    }

    /** A form that was not shown in this browser, or was sent before, or long ago. */
    static AdminRefusal stale() {
        return new AdminRefusal(
                Kind.NOT_ALLOWED,
                new Rule("form-token", "RFC 9700, section 4.7"),
                "The form was sent before, or is too old, or is none of these pages: go back, and send it anew");
    }
}
