/**
 * Walks over everything that is stored sealed, whatever it is, so that it can be sealed anew. Called when the master key
 * changes.
 */
@NullMarked
package org.ostiary.persistence.sealed;

import org.jspecify.annotations.NullMarked;
