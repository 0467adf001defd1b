/**
 * What a client is registered with, and which redirect URIs may be registered at all.
 *
 * <p>Does not own where clients are stored, nor how they authenticate. Read by every protocol endpoint.
 */
@NullMarked
package org.ostiary.ejb.protocol.client;

import org.jspecify.annotations.NullMarked;
