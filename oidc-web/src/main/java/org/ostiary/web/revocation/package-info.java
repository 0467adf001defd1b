/**
 * The revocation endpoint.
 */
@NullMarked
package org.ostiary.web.revocation;

import org.jspecify.annotations.NullMarked;
