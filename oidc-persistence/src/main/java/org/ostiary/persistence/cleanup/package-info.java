/**
 * Deletes what has expired so long ago that nobody can need it, in batches, and says whose turn it is.
 */
@NullMarked
package org.ostiary.persistence.cleanup;

import org.jspecify.annotations.NullMarked;
