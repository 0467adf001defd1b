/**
 * Owns how a directory is asked about people (RFC 4511): connections, searches, binds, and what an entry means. Does not
 * know accounts. Called by login and by the confirmation of accounts.
 */
@NullMarked
package org.ostiary.ejb.ldap;

import org.jspecify.annotations.NullMarked;
