/**
 * The page where a person enrols their first second factor, because an application demands two.
 *
 * <p>Owns the form and its messages. Does not decide who may enrol nor what comes next: it returns to the dispatcher.
 */
@NullMarked
package org.ostiary.web.enrolment;

import org.jspecify.annotations.NullMarked;
