/**
 * Owns what a username is and how the accounts of a file come in, in the format of Authelia's {@code users_database.yml}.
 * Does not verify passwords. Called at start, and by set-up and login for the form in which usernames are compared.
 */
@NullMarked
package org.ostiary.ejb.accounts;

import org.jspecify.annotations.NullMarked;
