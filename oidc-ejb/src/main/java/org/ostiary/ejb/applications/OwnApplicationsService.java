package org.ostiary.ejb.applications;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.session.SignedIn;
import org.ostiary.ejb.visit.Visitor;

/**
 * The applications of the person behind a request. It has no transaction itself, because spending the form's token has one and
 * the change another, and nobody may hold two connections.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class OwnApplicationsService {

    /** How many a page shows. */
    static final int PAGE = 20;

    private static final Pattern KEY = Pattern.compile("([0-9]{1,15})\\.(.{1,100})");
    private static final Comparator<Application> NEWEST_FIRST =
            Comparator.comparingLong(OwnApplicationsService::millis).reversed().thenComparing(Application::clientId);
    private static final String FORM = "account-applications";

    @Inject
    SignedIn signedIn;

    @Inject
    ApplicationsService applications;

    /**
     * A page of the person's applications, the newest first. Pages are named by the last application of the one before, so that
     * what happens meanwhile moves nothing.
     *
     * @param after the name of the page; anything else is the first page
     * @throws org.ostiary.ejb.session.NotSignedIn when nobody is signed in
     */
    public OwnApplicationsView list(@Nullable String after, Visitor visitor) {
        Matcher key = KEY.matcher(after == null ? "" : after);
        long before = key.matches() ? Long.parseLong(key.group(1)) : Long.MAX_VALUE;
        String beforeId = key.matches() ? key.group(2) : "";
        List<Application> left = applications.of(accountId(visitor)).stream()
                .sorted(NEWEST_FIRST)
                .filter(each -> millis(each) < before
                        || (millis(each) == before && each.clientId().compareTo(beforeId) > 0))
                .toList();
        List<Application> shown = left.subList(0, Math.min(PAGE, left.size()));
        return new OwnApplicationsView(shown, left.size() > PAGE ? name(shown.get(PAGE - 1)) : null);
    }

    private static String name(Application last) {
        return millis(last) + "." + last.clientId();
    }

    private static long millis(Application application) {
        return application.since().toEpochMilli();
    }

    /** A token for any form of the list. */
    public String formToken(Visitor visitor) {
        return signedIn.formToken(FORM, visitor);
    }

    /** Changes what one of the person's applications may have. */
    public ChangeOutcome change(String clientId, Map<String, Boolean> wishes, String formToken, Visitor visitor) {
        return signedIn.takes(FORM, formToken, visitor)
                ? applications.change(accountId(visitor), clientId, wishes, visitor.facts())
                : ChangeOutcome.STALE_FORM;
    }

    /** Takes everything from one of the person's applications. */
    public ChangeOutcome revoke(String clientId, String formToken, Visitor visitor) {
        if (!signedIn.takes(FORM, formToken, visitor)) {
            return ChangeOutcome.STALE_FORM;
        }
        return applications.revoke(accountId(visitor), clientId, visitor.facts())
                ? ChangeOutcome.CHANGED
                : ChangeOutcome.UNKNOWN;
    }

    private String accountId(Visitor visitor) {
        return signedIn.require(visitor).account().id();
    }
}
