package org.ostiary.ejb.admin.people;

import java.util.List;

/**
 * The second factors of an account.
 *
 * @param recoveryCodes how many recovery codes still work
 */
public record SecondFactorList(List<SecondFactorView> factors, long recoveryCodes) {}
