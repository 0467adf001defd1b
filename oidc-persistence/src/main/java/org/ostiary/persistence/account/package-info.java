/**
 * Remembers the people who may log in. An account's id never changes and is never given to another; its username
 * may change. Called by login, set-up and import.
 */
@NullMarked
package org.ostiary.persistence.account;

import org.jspecify.annotations.NullMarked;
