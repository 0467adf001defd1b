/**
 * How Java values are written into columns the same way on every database: instants as milliseconds, sets as text.
 */
@NullMarked
package org.ostiary.persistence.column;

import org.jspecify.annotations.NullMarked;
