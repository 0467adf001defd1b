package org.ostiary.ejb.factor;

import java.util.List;
import java.util.Optional;

/**
 * All second factors of who is logged in.
 *
 * @param username of the account
 * @param recoveryCodesLeft how many recovery codes still work
 * @param mayChange whether everything was proved so recently that they may be changed now
 * @param demanded whether an application that the person may use asks for two factors
 */
public record Factors(
        String username, List<Factor> factors, long recoveryCodesLeft, boolean mayChange, boolean demanded) {

    /** The one of that id. */
    public Optional<Factor> find(String id) {
        return factors.stream().filter(factor -> factor.id().equals(id)).findFirst();
    }
}
