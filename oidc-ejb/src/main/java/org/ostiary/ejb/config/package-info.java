/**
 * Reads what the operator configured, once, and refuses what is wrong before the server answers.
 *
 * <p>The only package that knows MicroProfile Config. Does not own the stored clients; {@code client} copies the configured
 * ones into the database. Everybody may inject {@link org.ostiary.ejb.config.ProviderConfig}.
 */
@NullMarked
package org.ostiary.ejb.config;

import org.jspecify.annotations.NullMarked;
