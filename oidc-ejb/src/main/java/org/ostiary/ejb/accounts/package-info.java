/**
 * Owns what a username is and how accounts come out of a file in the format of Authelia's {@code users_database.yml}.
 * Does not store accounts and does not verify passwords. Called at start, and by set-up and login for the form in which
 * usernames are compared.
 */
@NullMarked
package org.ostiary.ejb.accounts;

import org.jspecify.annotations.NullMarked;
