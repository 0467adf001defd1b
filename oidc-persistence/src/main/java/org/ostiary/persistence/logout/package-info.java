/**
 * Remembers who asked to sign out, and which client is to be told of which session's end, with what came of it.
 */
@NullMarked
package org.ostiary.persistence.logout;

import org.jspecify.annotations.NullMarked;
