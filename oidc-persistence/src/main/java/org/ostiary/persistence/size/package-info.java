/**
 * Counts the rows of tables for operators, and how old the oldest is. Changes nothing.
 */
@NullMarked
package org.ostiary.persistence.size;

import org.jspecify.annotations.NullMarked;
