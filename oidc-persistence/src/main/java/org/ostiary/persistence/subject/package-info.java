/**
 * Remembers which opaque subject identifier an account has in which sector. Rows are never deleted, so that no
 * identifier is ever given to another account. Those that were promised to people without an account wait here too.
 */
@NullMarked
package org.ostiary.persistence.subject;

import org.jspecify.annotations.NullMarked;
