/**
 * Owns the servers that the tests run against: the archives as built, on Payara Micro and on Payara Server, each with
 * its own directory, ports and database, and the standard clients and accounts they are configured with. Does not own
 * what is asked of them: that is {@code org.ostiary.it.http} and {@code org.ostiary.it.browser}.
 *
 * <p>Start with {@link org.ostiary.it.server.OnEveryServer} for a test that must hold everywhere, with
 * {@link org.ostiary.it.server.Servers#shared} for one server that all tests share, and with
 * {@link org.ostiary.it.server.Servers#fresh} for a server of one's own that may be restarted, killed or misconfigured.
 */
@NullMarked
package org.ostiary.it.server;

import org.jspecify.annotations.NullMarked;
