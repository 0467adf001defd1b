/**
 * Remembers who is logged in with which browser, and until when. Cookies hold a handle, the table only its hash.
 */
@NullMarked
package org.ostiary.persistence.session;

import org.jspecify.annotations.NullMarked;
