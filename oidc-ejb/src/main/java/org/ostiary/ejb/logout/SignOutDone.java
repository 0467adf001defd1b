package org.ostiary.ejb.logout;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.session.SessionCookie;

/**
 * Sessions ended.
 *
 * @param handle of the request to sign out, by which its outcome is shown
 * @param cookie of the session that this browser uses from now on; null for none
 */
public record SignOutDone(String handle, @Nullable SessionCookie cookie) {}
