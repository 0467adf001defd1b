/** Signing out, as applications and browsers see it. */
@NullMarked
package org.ostiary.it.logout;

import org.jspecify.annotations.NullMarked;
