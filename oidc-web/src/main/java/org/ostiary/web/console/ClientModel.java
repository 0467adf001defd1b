package org.ostiary.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.client.ClientSource;
import org.ostiary.ejb.admin.client.ClientView;
import org.ostiary.ejb.protocol.lint.LintReport;

/**
 * A client and how well it is registered.
 *
 * @param report null for one that is disabled
 * @param secret one that was made just now, which is shown this once; null for none
 */
public record ClientModel(
        ClientView client,
        List<OptionLine> options,
        @Nullable LintReport report,
        @Nullable String secret) {

    /** An option, and the source of the configuration that it comes from; null where it is registered here. */
    public record OptionLine(
            String name, String value, @Nullable String source) {}

    /** Whether it can be changed here. */
    public boolean own() {
        return client.source() == ClientSource.ADMINISTRATION;
    }

    /** Whether what it proves who it is by is a secret that it has. */
    public boolean anySecret() {
        return !client.secrets().isEmpty();
    }
}
