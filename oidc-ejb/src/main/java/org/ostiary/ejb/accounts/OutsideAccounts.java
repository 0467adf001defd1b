package org.ostiary.ejb.accounts;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ostiary.ejb.once.LostRace;
import org.ostiary.ejb.source.KnownPerson;
import org.ostiary.ejb.source.Origin;
import org.ostiary.ejb.visit.RequestFacts;

/** The accounts of people whom a place outside knows. Never called within a transaction. */
@ApplicationScoped
public class OutsideAccounts {

    @Inject
    OutsideAccountService service;

    /** Makes the person's account, at their first login, or describes it anew. */
    public Recognition recognise(Origin origin, KnownPerson person, RequestFacts facts) {
        try {
            return service.recognise(origin, person, facts);
        } catch (EJBException e) {
            if (!LostRace.is(e)) {
                throw e;
            }
            // Someone else was faster to write the row; now it is there.
            return service.recognise(origin, person, facts);
        }
    }
}
