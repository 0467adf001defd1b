/**
 * Ends for good what lost its right by a change of a client or an account, seconds after the change and whatever made it: a start
 * with another configuration, an import, a directory, an administrator.
 *
 * <p>Nothing relies on it: {@code IssuanceDoor} judges each grant at each use. Called by a timer alone.
 */
@NullMarked
package org.ostiary.ejb.rights;

import org.jspecify.annotations.NullMarked;
