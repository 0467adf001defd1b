/**
 * The database as it was configured: {@code oidc.db.*}, or the administrator's {@code jdbc/oidc}.
 *
 * <p>Owns how a connection is made; pooling and transactions are the server's. Called by the server, through the
 * {@code @DataSourceDefinition} of {@code java:app/jdbc/oidc}, and by configuration, to judge a URL.
 */
@NullMarked
package org.ostiary.persistence.datasource;

import org.jspecify.annotations.NullMarked;
