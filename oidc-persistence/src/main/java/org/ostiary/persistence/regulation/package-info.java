/**
 * Counts guesses exactly, on all nodes together: one conditional statement lets a guess in or not.
 */
@NullMarked
package org.ostiary.persistence.regulation;

import org.jspecify.annotations.NullMarked;
