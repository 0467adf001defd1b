/**
 * The page behind the one-time set-up link, which creates the first administrator.
 *
 * <p>Owns the form and its messages. Does not judge links, names or passwords ({@code ejb.setup} does). Called by browsers
 * only.
 */
@NullMarked
package org.ostiary.web.setup;

import org.jspecify.annotations.NullMarked;
