package org.ostiary.ejb.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.audit.AuditEvent.FactorChangeRefused;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.factor.FactorChange.NotDone;
import org.ostiary.ejb.factor.FactorChange.Reason;
import org.ostiary.ejb.session.SignedIn;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.session.SessionStanding;

/**
 * What every change of second factors has in common: the password and, where there is one, a second factor were proved within
 * the last minutes, and the form was made for this session. Used outside transactions only, since spending the form has one.
 */
@ApplicationScoped
public class FactorChanges {

    private static final String FORM = "factors";
    private static final int LONGEST_NAME = 60;
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cc}|\\p{Cf}|\\p{Cs}|\\p{Co}|\\p{Zl}|\\p{Zp}");

    @Inject
    SignedIn signedIn;

    @Inject
    AuditService audit;

    /** A token for the next form of this session; each change takes one. */
    String formToken(Visitor visitor) {
        return signedIn.formToken(FORM, visitor);
    }

    /** Makes a change for who is logged in, if they may change something now. */
    FactorChange make(String formToken, Visitor visitor, Function<SessionStanding, FactorChange> change) {
        SessionStanding standing = signedIn.require(visitor);
        if (!signedIn.fresh(standing)) {
            String why = signedIn.proven(standing) ? "the login is too old" : "the second factor was not proved";
            note(new FactorChangeRefused(standing.account().id(), why), visitor);
            return new NotDone(Reason.NOT_FRESH);
        }
        if (!signedIn.takes(FORM, formToken, visitor)) {
            return new NotDone(Reason.STALE_FORM);
        }
        return change.apply(standing);
    }

    /** Whether a factor can be called so: people must recognise it in a list. */
    boolean usable(String name) {
        String stripped = name.strip();
        return !stripped.isEmpty()
                && stripped.length() <= LONGEST_NAME
                && !INVISIBLE.matcher(stripped).find();
    }

    void note(AuditEvent event, Visitor visitor) {
        audit.note(event, visitor.facts());
    }
}
