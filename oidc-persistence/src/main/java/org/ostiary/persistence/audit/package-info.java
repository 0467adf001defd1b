/**
 * Remembers what happened, for auditors. Rows are added and never changed.
 */
@NullMarked
package org.ostiary.persistence.audit;

import org.jspecify.annotations.NullMarked;
