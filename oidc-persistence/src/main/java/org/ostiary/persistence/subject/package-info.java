/**
 * Remembers which opaque subject identifier an account has in which sector. Rows are never deleted, so that no
 * identifier is ever given to another account.
 */
@NullMarked
package org.ostiary.persistence.subject;

import org.jspecify.annotations.NullMarked;
