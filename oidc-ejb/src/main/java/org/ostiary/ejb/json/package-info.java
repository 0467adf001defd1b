/**
 * Writes and reads small JSON texts with bounds. Called by whoever answers or stores JSON.
 */
@NullMarked
package org.ostiary.ejb.json;

import org.jspecify.annotations.NullMarked;
