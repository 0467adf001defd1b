/**
 * Owns what a place outside is asked that knows people and their passwords, as a directory does. Neither asks one itself
 * nor writes accounts. Implemented by each kind of place, called by login and by the confirmation of accounts.
 */
@NullMarked
package org.ostiary.ejb.source;

import org.jspecify.annotations.NullMarked;
