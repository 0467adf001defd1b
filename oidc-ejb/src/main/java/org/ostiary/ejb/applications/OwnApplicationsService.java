package org.ostiary.ejb.applications;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.ostiary.ejb.session.SignedIn;
import org.ostiary.ejb.visit.Visitor;

/**
 * The applications of the person behind a request. It has no transaction itself, because spending the form's token has one and
 * the change another, and nobody may hold two connections.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class OwnApplicationsService {

    private static final String FORM = "account-applications";

    @Inject
    SignedIn signedIn;

    @Inject
    ApplicationsService applications;

    /**
     * The person's applications, by their names.
     *
     * @throws org.ostiary.ejb.session.NotSignedIn when nobody is signed in
     */
    public List<Application> list(Visitor visitor) {
        return applications.of(accountId(visitor));
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
