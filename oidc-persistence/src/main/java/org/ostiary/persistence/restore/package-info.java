/**
 * Ends everything that was issued before a moment, whatever it is. Called after a backup was restored.
 */
@NullMarked
package org.ostiary.persistence.restore;

import org.jspecify.annotations.NullMarked;
