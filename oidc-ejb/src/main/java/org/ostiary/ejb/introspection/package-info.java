/**
 * The introspection endpoint's service. Nothing imports this package but the web, and the previews of the administration.
 */
@NullMarked
package org.ostiary.ejb.introspection;

import org.jspecify.annotations.NullMarked;
