package org.ostiary.ejb.logout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.ending.ToldApplication;

/**
 * What came of a request to sign out.
 *
 * @param applications those that took part in what ended
 * @param frames the addresses that the browser must still open, each in a frame
 * @param clientName who asked; null for the person alone
 * @param location where to go now; null for nowhere
 * @param proven whether a hint said who asks, so that the browser may be led there without a word
 */
public record SignOutOutcome(
        List<ToldApplication> applications,
        List<String> frames,
        @Nullable String clientName,
        @Nullable String location,
        boolean proven) {

    /** Whether some have not answered yet. */
    public boolean waiting() {
        return applications.stream().anyMatch(each -> each.result() == ToldApplication.Result.WAITING);
    }
}
