/**
 * The page where a person makes an account, where the operator allows it.
 *
 * <p>Owns the form and its messages. Does not judge what was typed ({@code ejb.registration} does) nor what comes next: it
 * returns to the dispatcher. Called by browsers only.
 */
@NullMarked
package org.ostiary.web.registration;

import org.jspecify.annotations.NullMarked;
