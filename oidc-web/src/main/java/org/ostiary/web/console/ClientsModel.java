package org.ostiary.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.client.ClientLine;
import org.ostiary.ejb.protocol.lint.LintReport;

/** Clients whose identifiers begin so. */
public record ClientsModel(
        List<Line> lines, String prefix, @Nullable String next) {

    /** A client with its grade; none for one that is disabled. */
    public record Line(ClientLine client, @Nullable LintReport report) {}
}
