/**
 * Says which node does what one does for all of them, by a lease in the database that ends by itself.
 */
@NullMarked
package org.ostiary.persistence.turn;

import org.jspecify.annotations.NullMarked;
