/**
 * The token endpoint.
 */
@NullMarked
package org.ostiary.web.token;

import org.jspecify.annotations.NullMarked;
