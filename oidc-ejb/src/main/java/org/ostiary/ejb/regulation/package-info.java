/**
 * Bounds how often passwords may be guessed, for a name and for an address, without letting an outsider lock anybody out who
 * comes from a device of their own. Called by whatever judges a password.
 */
@NullMarked
package org.ostiary.ejb.regulation;

import org.jspecify.annotations.NullMarked;
