/**
 * Writes mail to people into the outbox, within the transaction of what it tells of, and sends it from there by the mail
 * session of the server. The only package that knows Jakarta Mail. Does not know what is worth telling.
 */
@NullMarked
package org.ostiary.ejb.mail;

import org.jspecify.annotations.NullMarked;
