/**
 * Tells people by mail what happened to their accounts. Nobody calls it: it listens to what is noted for auditors, in the same
 * transaction.
 */
@NullMarked
package org.ostiary.ejb.notice;

import org.jspecify.annotations.NullMarked;
