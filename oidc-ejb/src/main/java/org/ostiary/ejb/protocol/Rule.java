package org.ostiary.ejb.protocol;

/**
 * A demand that a request must meet, by name. A refusal names the rule it broke, so that an operator can look it up.
 *
 * @param id short and stable, for example {@code redirect-uri-registered}
 * @param section where the demand comes from, for example {@code RFC 6749, section 3.1.2.3}
 */
public record Rule(String id, String section) {}
