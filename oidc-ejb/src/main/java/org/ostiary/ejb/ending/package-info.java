/**
 * Ends login sessions, with what hangs on them, and tells the clients that took part.
 *
 * <p>Owns the one way a session ends and the deliveries that follow. Does not decide whether one may end: whoever calls has.
 */
@NullMarked
package org.ostiary.ejb.ending;

import org.jspecify.annotations.NullMarked;
