/**
 * Proof Key for Code Exchange (RFC 7636): the challenge, the verifier, and whether they fit.
 */
@NullMarked
package org.ostiary.ejb.protocol.pkce;

import org.jspecify.annotations.NullMarked;
