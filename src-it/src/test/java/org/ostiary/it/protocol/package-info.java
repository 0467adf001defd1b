/**
 * Owns what the specifications promise to clients, looked at from outside: documents, scopes, claims, cross-origin calls,
 * an issuer with a path, and what a request costs the database. Does not own refusals of attacks
 * ({@code org.ostiary.it.security}).
 */
@NullMarked
package org.ostiary.it.protocol;

import org.jspecify.annotations.NullMarked;
