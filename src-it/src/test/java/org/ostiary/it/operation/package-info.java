/**
 * Owns what an operator relies on: restarts and crashes lose nothing, a wrong configuration is named, a fresh server has
 * no way in but the set-up link, and the database gives no secret away. Every test has servers of its own.
 */
@NullMarked
package org.ostiary.it.operation;

import org.jspecify.annotations.NullMarked;
