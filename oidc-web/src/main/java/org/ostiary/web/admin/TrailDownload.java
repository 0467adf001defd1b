package org.ostiary.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.records.AdminTrailService;
import org.ostiary.ejb.trail.TrailFormat;
import org.ostiary.ejb.trail.TrailPart;

/** The audit trail as a file, written out part after part. */
@ApplicationScoped
public class TrailDownload {

    @Inject
    AdminTrailService trail;

    /** The file; its first part is read before anything is answered, so that a database that is down is told. */
    Download in(@Nullable String format) {
        TrailFormat wanted = format(format);
        TrailPart first = trail.export(wanted, 0);
        String name = wanted == TrailFormat.CSV ? "audit-trail.csv" : "audit-trail.jsonl";
        return new Download(wanted.mediaType() + ";charset=UTF-8", name, output -> write(output, wanted, first));
    }

    private void write(OutputStream output, TrailFormat format, TrailPart first) throws IOException {
        TrailPart part = first;
        output.write(part.text().getBytes(StandardCharsets.UTF_8));
        while (part.more()) {
            part = trail.export(format, part.last());
            output.write(part.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static TrailFormat format(@Nullable String name) {
        if (name == null || name.equals("jsonl")) {
            return TrailFormat.JSON_LINES;
        }
        if (name.equals("csv")) {
            return TrailFormat.CSV;
        }
        throw AdminRefusal.malformed("The parameter format must be jsonl or csv");
    }
}
