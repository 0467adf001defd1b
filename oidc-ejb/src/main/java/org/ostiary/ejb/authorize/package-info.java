/**
 * Decides what happens next with an authorization request: ask the person, answer the client, or refuse. Nothing
 * imports this package but the web.
 */
@NullMarked
package org.ostiary.ejb.authorize;

import org.jspecify.annotations.NullMarked;
