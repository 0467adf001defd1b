/**
 * Keeps the recent requests of those clients that an administrator lets be watched, for their developers, for a day at most.
 */
@NullMarked
package org.ostiary.ejb.recent;

import org.jspecify.annotations.NullMarked;
