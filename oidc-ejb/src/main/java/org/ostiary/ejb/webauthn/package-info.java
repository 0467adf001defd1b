/**
 * The two ceremonies of Web Authentication with security keys and passkeys. It knows accounts by their id only; who may enrol or
 * log in, and what a proof is worth, is decided by its callers.
 */
@NullMarked
package org.ostiary.ejb.webauthn;

import org.jspecify.annotations.NullMarked;
