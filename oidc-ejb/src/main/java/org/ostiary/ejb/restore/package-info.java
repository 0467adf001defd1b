/**
 * Begins a new epoch after a backup was restored: what was issued before counts for nothing. Called at the start.
 */
@NullMarked
package org.ostiary.ejb.restore;

import org.jspecify.annotations.NullMarked;
