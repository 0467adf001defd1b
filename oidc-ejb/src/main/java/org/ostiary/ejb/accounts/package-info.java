/**
 * Owns what a username is and how accounts come in: those of a file in the format of Authelia's {@code users_database.yml},
 * and those of people whom a place outside knows. Does not verify passwords. Called at start, and by set-up and login.
 */
@NullMarked
package org.ostiary.ejb.accounts;

import org.jspecify.annotations.NullMarked;
