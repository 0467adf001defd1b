/**
 * Remembers who asked for a new password, until somebody looked whose name it is, and the links that lead to one. Called by
 * the reset of passwords, and by whatever makes such links worthless.
 */
@NullMarked
package org.ostiary.persistence.reset;

import org.jspecify.annotations.NullMarked;
