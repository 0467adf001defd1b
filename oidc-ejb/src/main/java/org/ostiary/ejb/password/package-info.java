/**
 * Owns how passwords are hashed, verified and judged: new digests are Argon2id, imported ones are verified in the format
 * they came in. Does not store digests and does not know accounts or clients. Called by login, set-up, client
 * authentication and the import of accounts.
 */
@NullMarked
package org.ostiary.ejb.password;

import org.jspecify.annotations.NullMarked;
