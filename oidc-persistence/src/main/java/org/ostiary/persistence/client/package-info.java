/**
 * Remembers registered clients and their secrets' digests. What the metadata means is the provider's business, not
 * ours. Called by the client and keys services.
 */
@NullMarked
package org.ostiary.persistence.client;

import org.jspecify.annotations.NullMarked;
