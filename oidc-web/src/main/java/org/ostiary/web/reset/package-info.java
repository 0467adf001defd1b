/**
 * The two pages for people who forgot their password: one asks for a name, the other, behind the link in the mail, for a new
 * password.
 *
 * <p>Owns the forms and their messages. Does not judge names, links or passwords ({@code ejb.reset} does). Called by browsers
 * only.
 */
@NullMarked
package org.ostiary.web.reset;

import org.jspecify.annotations.NullMarked;
