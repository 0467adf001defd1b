/**
 * The page where a person who is logged in proves a second factor.
 *
 * <p>Owns the form and its messages. Does not decide when it is asked for nor what comes next: it returns to the dispatcher.
 */
@NullMarked
package org.ostiary.web.secondfactor;

import org.jspecify.annotations.NullMarked;
