/**
 * Login sessions: who is logged in with this browser, beginning and ending it. Called by login, the authorize
 * service and the logout page.
 */
@NullMarked
package org.ostiary.ejb.session;

import org.jspecify.annotations.NullMarked;
