/**
 * The page where a person proves who they are, with a password.
 *
 * <p>Owns the form and its messages. Does not decide who may enter ({@code ejb.authn} does) nor what comes next: it returns to
 * the dispatcher. Called by browsers only.
 */
@NullMarked
package org.ostiary.web.login;

import org.jspecify.annotations.NullMarked;
