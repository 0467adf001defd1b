package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ostiary.ejb.admin.door.PagesDoorService;
import org.ostiary.ejb.admin.transfer.AdminExportService;
import org.ostiary.web.admin.ExportStream;

/** An export as a file for a browser, the same as the REST interface gives. */
@ApplicationScoped
public class ExportFile {

    @Inject
    AdminExportService exports;

    @Inject
    PagesDoorService door;

    void write(PlaceCall call, HttpServletResponse response) throws IOException {
        boolean secrets = "yes".equals(call.find("include-secrets"));
        // Before the first byte leaves, so that nothing goes out that auditors do not know of.
        door.looked(call.administrator(), null, secrets ? "with digests of secrets and passwords" : null);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"ostiary-export.json\"");
        new ExportStream(exports, secrets).write(response.getOutputStream());
    }
}
