/**
 * Remembers what was granted and issued: every code and token hangs on a grant, and revoking the grant ends them
 * all.
 */
@NullMarked
package org.ostiary.persistence.grant;

import org.jspecify.annotations.NullMarked;
