package org.ostiary.persistence.keys;

/**
 * Where a signing key is in its life.
 *
 * <pre>
 * PENDING --active_from--> ACTIVE --signs_until--> RETIRING --published_until--> RETIRED --verifies_until--> OVER
 *    |                        |                        |                            |
 *    +------------------------+------- revoked --------+----------------------------+--------------------------^
 * </pre>
 *
 * Nothing has to happen at these moments: each node reads the state off its clock.
 */
public enum KeyState {
    /** Published, so that clients know it, but not signing yet. */
    PENDING,
    /** Signs. */
    ACTIVE,
    /** Published, so that what it signed can be verified, but signing no more. */
    RETIRING,
    /** Known to us alone, for hints that come back to us. */
    RETIRED,
    /** Worth nothing; to be deleted. */
    OVER
}
