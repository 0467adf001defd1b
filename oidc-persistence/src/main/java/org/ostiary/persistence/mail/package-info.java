/**
 * Remembers the mail that waits to be sent, and for a while that it was. Called by whoever writes to people and by whoever
 * sends.
 */
@NullMarked
package org.ostiary.persistence.mail;

import org.jspecify.annotations.NullMarked;
