/**
 * Whether this node can serve requests now. Called by the web's health resource.
 */
@NullMarked
package org.ostiary.ejb.health;

import org.jspecify.annotations.NullMarked;
