/**
 * The master key and what is derived from it: how things are hashed for storage, sealed for storage, and marked as
 * ours. Called by services; knows no tables.
 */
@NullMarked
package org.ostiary.ejb.secret;

import org.jspecify.annotations.NullMarked;
