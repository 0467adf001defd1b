/**
 * The userinfo endpoint.
 */
@NullMarked
package org.ostiary.web.userinfo;

import org.jspecify.annotations.NullMarked;
