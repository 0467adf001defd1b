/**
 * Owns the HTTP side of the tests: a client with a cookie jar that reads pages as simply as a person's browser would
 * without scripts, requests that start valid and have one thing broken, and raw sockets for what no client sends. Does
 * not own the servers ({@code org.ostiary.it.server}). Called by the tests of every package below {@code it}.
 *
 * <pre>{@code
 * RelyingParty application = new RelyingParty(server, TestClients.CONF_BASIC);
 * AuthorizationRequest request = application.validRequest().without("nonce");
 * Callback callback = new Journey(server).authorize(request, TestAccounts.ALICE);   // logs in, allows
 * Answer refused = application.redemption(request, callback.code()).with("code_verifier", "x").send();
 * Tokens tokens = application.redemption(request, callback.code()).tokens();
 * }</pre>
 */
@NullMarked
package org.ostiary.it.http;

import org.jspecify.annotations.NullMarked;
