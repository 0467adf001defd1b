/**
 * The page of the test application that the server brings along.
 *
 * <p>Owns how a login is shown step by step. Does not do it ({@code ejb.tryit} does). Called by browsers only.
 */
@NullMarked
package org.ostiary.web.tryit;

import org.jspecify.annotations.NullMarked;
