/**
 * Remembers what administrators gave a name while the server runs: access policies, scopes, claims policies. What their options
 * mean is the provider's business. Called by the services that read clients and by the administration.
 */
@NullMarked
package org.ostiary.persistence.definition;

import org.jspecify.annotations.NullMarked;
