package org.ostiary.web.account;

import java.util.List;
import java.util.stream.IntStream;
import org.ostiary.ejb.applications.Application;
import org.ostiary.web.page.DisplayText;
import org.ostiary.web.page.Moments;
import org.ostiary.web.page.Texts;

/**
 * An application as people read it.
 *
 * @param id what the ids of its elements begin with
 * @param since when the person let it in
 * @param lastUsed when it was used last; empty when that is not known any more
 * @param live how many logins of it still work, in words
 */
public record ApplicationEntry(
        String id,
        String clientId,
        String name,
        String since,
        String lastUsed,
        String live,
        List<PermissionLine> permissions) {

    static ApplicationEntry of(int index, Application application) {
        String id = "app-" + index;
        return new ApplicationEntry(
                id,
                application.clientId(),
                DisplayText.of(application.clientName(), application.clientId()),
                Moments.words(application.since()),
                application.lastUsed() == null ? "" : Moments.words(application.lastUsed()),
                Texts.text("applications.live", application.liveGrants()),
                IntStream.range(0, application.permissions().size())
                        .mapToObj(i -> PermissionLine.of(
                                id + "-" + i, application.permissions().get(i)))
                        .toList());
    }

    /** Whether there is anything that can be changed item by item. */
    public boolean changeable() {
        return permissions.stream().anyMatch(PermissionLine::changeable);
    }
}
