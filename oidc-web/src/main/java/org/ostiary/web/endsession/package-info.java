/**
 * The end-session endpoint, and the page on which the browser tells applications that its person signed out.
 *
 * <p>Owns no decision ({@code ejb.logout} does). Called by browsers that clients send.
 */
@NullMarked
package org.ostiary.web.endsession;

import org.jspecify.annotations.NullMarked;
