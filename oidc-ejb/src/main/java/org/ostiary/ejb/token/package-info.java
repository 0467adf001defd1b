/**
 * The token endpoint's service. Nothing imports this package but the web.
 */
@NullMarked
package org.ostiary.ejb.token;

import org.jspecify.annotations.NullMarked;
