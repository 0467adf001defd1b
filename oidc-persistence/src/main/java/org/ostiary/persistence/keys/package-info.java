/**
 * Remembers signing keys: the public part as a JWK, the private part only sealed.
 */
@NullMarked
package org.ostiary.persistence.keys;

import org.jspecify.annotations.NullMarked;
