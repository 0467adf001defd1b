package org.ostiary.ejb.factor;

import java.util.List;

/**
 * All second factors of who is logged in.
 *
 * @param username of the account
 * @param recoveryCodesLeft how many recovery codes still work
 * @param mayChange whether everything was proved so recently that they may be changed now
 */
public record Factors(String username, List<Factor> factors, long recoveryCodesLeft, boolean mayChange) {}
