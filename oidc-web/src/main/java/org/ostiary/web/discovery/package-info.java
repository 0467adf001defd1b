/**
 * The documents that clients read first, at the root of the host.
 */
@NullMarked
package org.ostiary.web.discovery;

import org.jspecify.annotations.NullMarked;
