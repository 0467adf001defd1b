/**
 * The frame by which scripts of an application learn that the person's login changed (OIDC Session Management 1.0, section 3).
 *
 * <p>Owns the one page of ours that others may frame. Knows no session: its cookie is a random value that changes with it.
 */
@NullMarked
package org.ostiary.web.checksession;

import org.jspecify.annotations.NullMarked;
