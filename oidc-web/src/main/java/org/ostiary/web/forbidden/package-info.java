/**
 * The page for a person who may not use an application: it says so, and takes them back.
 *
 * <p>Owns the form and its words. Does not decide who may use what ({@code ejb.policy} does). Called by browsers only.
 */
@NullMarked
package org.ostiary.web.forbidden;

import org.jspecify.annotations.NullMarked;
