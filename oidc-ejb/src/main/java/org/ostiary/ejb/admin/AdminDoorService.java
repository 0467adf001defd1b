package org.ostiary.ejb.admin;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import org.ostiary.ejb.accounts.AccountConfirmation;
import org.ostiary.ejb.accounts.AccountUnconfirmed;
import org.ostiary.ejb.visit.RequestFacts;

/**
 * The door of the administration: {@link AdminAccessService} judges who comes, and whom the directory was not asked about for a
 * while costs a second try, so that who left it, or its group of administrators, is out here as soon as anywhere. No transaction
 * waits for the directory.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AdminDoorService {

    private static final int MOST_TRIES = 3;

    @Inject
    AdminAccessService access;

    @Inject
    AccountConfirmation confirmation;

    /**
     * Who bears the token, and in which role.
     *
     * @param operation the stable name of what they ask for
     * @throws AdminRefusal when the token does not count here, or its bearer has no role
     */
    public Administrator admit(String accessToken, String operation, RequestFacts facts) {
        for (int tries = 1; ; tries++) {
            try {
                return access.admit(accessToken, operation, facts);
            } catch (AccountUnconfirmed unconfirmed) {
                if (tries == MOST_TRIES) {
                    throw unconfirmed;
                }
                confirmation.confirm(unconfirmed, facts);
            }
        }
    }
}
