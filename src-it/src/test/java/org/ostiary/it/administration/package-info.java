/**
 * The administration's REST interface, as programs of operators use it.
 */
@NullMarked
package org.ostiary.it.administration;

import org.jspecify.annotations.NullMarked;
