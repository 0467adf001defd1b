/**
 * What would happen, for administrators: dry runs of authorization requests, and the claims that a client would be told. The
 * services that answer real requests say it; nothing is done.
 */
@NullMarked
package org.ostiary.ejb.admin.preview;

import org.jspecify.annotations.NullMarked;
