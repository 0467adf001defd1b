/**
 * The page where a person ends their session here.
 *
 * <p>Owns the question and the answer. Does not end sessions itself ({@code ejb.session} does). Called by browsers only.
 */
@NullMarked
package org.ostiary.web.logout;

import org.jspecify.annotations.NullMarked;
