/**
 * The introspection endpoint's service. Nothing imports this package but the web.
 */
@NullMarked
package org.ostiary.ejb.introspection;

import org.jspecify.annotations.NullMarked;
