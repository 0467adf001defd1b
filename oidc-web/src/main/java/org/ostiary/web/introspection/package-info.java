/**
 * The introspection endpoint.
 */
@NullMarked
package org.ostiary.web.introspection;

import org.jspecify.annotations.NullMarked;
