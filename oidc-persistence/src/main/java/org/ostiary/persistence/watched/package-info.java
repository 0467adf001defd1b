/**
 * The recent requests of clients that are watched. Which clients are is {@code client}'s.
 */
@NullMarked
package org.ostiary.persistence.watched;

import org.jspecify.annotations.NullMarked;
