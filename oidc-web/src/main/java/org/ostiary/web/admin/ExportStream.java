package org.ostiary.web.admin;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.body.RecordJson;
import org.ostiary.ejb.admin.transfer.AdminExportService;
import org.ostiary.ejb.admin.transfer.ExportPage;

/**
 * Writes an export as it is read, a page after the other. One that breaks off in the middle is no JSON, so nobody takes it for
 * whole.
 */
public final class ExportStream implements StreamingOutput {

    private final AdminExportService exports;
    private final boolean secrets;

    /** With or without digests of secrets and passwords. */
    public ExportStream(AdminExportService exports, boolean secrets) {
        this.exports = exports;
        this.secrets = secrets;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        String head = RecordJson.write(exports.head(secrets));
        // The lists are the last members, and empty there.
        writer.write(head.substring(0, head.indexOf("\"definitions\":")));
        writer.write("\"definitions\":[");
        list(writer, false, after -> exports.definitions());
        writer.write("],\"clients\":[");
        list(writer, false, after -> exports.clients(after, secrets));
        writer.write("],\"accounts\":[");
        list(writer, false, after -> exports.accounts(after, secrets));
        writer.write("],\"subjects\":[");
        boolean any = list(writer, false, exports::subjects);
        list(writer, any, exports::expectedSubjects);
        writer.write("]}");
        writer.flush();
    }

    /** Whether anything stands in the list by now. */
    private static <T extends Record> boolean list(Writer writer, boolean begun, Function<String, ExportPage<T>> pages)
            throws IOException {
        boolean any = begun;
        @Nullable String after = "";
        while (after != null) {
            ExportPage<T> page = pages.apply(after);
            for (T entry : page.entries()) {
                writer.write(any ? "," : "");
                writer.write(RecordJson.write(entry));
                any = true;
            }
            after = page.next();
        }
        return any;
    }
}
