package org.ostiary.ejb.factor;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import org.ostiary.ejb.factor.FactorChange.Done;
import org.ostiary.ejb.factor.FactorChange.NewCodes;
import org.ostiary.ejb.factor.FactorChange.NotDone;
import org.ostiary.ejb.factor.FactorChange.Reason;
import org.ostiary.ejb.policy.PolicyService;
import org.ostiary.ejb.session.SignedIn;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.session.SessionStanding;

/**
 * Second factors in the hands of their owner: lists, names and removes them, and makes recovery codes. It has no transaction
 * itself: each change has one, which counts from the moment it is done.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class FactorService {

    @Inject
    SignedIn signedIn;

    @Inject
    FactorChanges changes;

    @Inject
    FactorListService list;

    @Inject
    RecoveryCodeService recoveryCodes;

    @Inject
    PolicyService policies;

    /**
     * The factors of who is logged in.
     *
     * @throws org.ostiary.ejb.session.NotSignedIn when nobody is
     */
    public Factors factors(Visitor visitor) {
        SessionStanding standing = signedIn.require(visitor);
        boolean demanded =
                policies.demandsSecondFactor(standing.account(), visitor.facts().ip());
        return list.of(standing.account(), signedIn.fresh(standing), demanded);
    }

    /** A token for the next form of this session; each change takes one. */
    public String formToken(Visitor visitor) {
        return changes.formToken(visitor);
    }

    /** Gives a factor another name. */
    public FactorChange rename(String factorId, String name, String formToken, Visitor visitor) {
        return changes.make(formToken, visitor, standing -> {
            String accountId = standing.account().id();
            if (!changes.usable(name)) {
                return new NotDone(Reason.UNUSABLE_NAME);
            }
            return done(list.rename(accountId, factorId, name.strip(), visitor.facts()));
        });
    }

    /** Takes a factor away; with the last one the recovery codes go too. */
    public FactorChange remove(String factorId, String formToken, Visitor visitor) {
        return changes.make(
                formToken,
                visitor,
                standing -> done(list.remove(standing.account().id(), factorId, visitor.facts())));
    }

    private static FactorChange done(Optional<FactorKind> changed) {
        return changed.isPresent() ? new Done() : new NotDone(Reason.UNKNOWN_FACTOR);
    }

    /** Makes new recovery codes; the old ones are dead. */
    public FactorChange replaceRecoveryCodes(String formToken, Visitor visitor) {
        return changes.make(formToken, visitor, standing -> {
            String accountId = standing.account().id();
            if (!list.hasAny(accountId)) {
                return new NotDone(Reason.UNKNOWN_FACTOR);
            }
            return new NewCodes(recoveryCodes.replace(accountId, visitor.facts()));
        });
    }
}
