/**
 * The test application that the server brings along, for whoever sees OpenID Connect for the first time.
 *
 * <p>Owns what its one page shows: an authorization request, the answer to it, the tokens and what they say. It is a client like
 * any other and has no right that others lack; its requests go through the services that the endpoints call.
 */
@NullMarked
package org.ostiary.ejb.tryit;

import org.jspecify.annotations.NullMarked;
