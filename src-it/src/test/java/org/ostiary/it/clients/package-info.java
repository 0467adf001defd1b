/**
 * Owns the clients that nobody here wrote, as programs of their own: npm's openid-client in a small web application, and
 * Apache with mod_auth_openidc. Does not own the server they are registered with nor the person who goes through them:
 * those are {@code org.ostiary.it.server} and {@code org.ostiary.it.http}.
 */
@NullMarked
package org.ostiary.it.clients;

import org.jspecify.annotations.NullMarked;
