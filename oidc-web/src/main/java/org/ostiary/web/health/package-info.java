/**
 * Whether the server runs and can serve, for load balancers.
 */
@NullMarked
package org.ostiary.web.health;

import org.jspecify.annotations.NullMarked;
