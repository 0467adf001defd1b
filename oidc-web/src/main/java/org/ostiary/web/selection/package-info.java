/**
 * The page where a person who is logged in with several accounts chooses one.
 *
 * <p>Owns the list and its buttons. Does not decide who may be chosen ({@code ejb.session} does) nor what comes next: it
 * returns to the dispatcher. Called by browsers only.
 */
@NullMarked
package org.ostiary.web.selection;

import org.jspecify.annotations.NullMarked;
