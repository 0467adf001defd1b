/**
 * The schema: brings the database to the form the entities expect.
 *
 * <p>Owns when and how migrations run; the migrations themselves are in {@code db/migration}. Called once, by the start-up
 * bean, before JPA is used.
 */
@NullMarked
package org.ostiary.persistence.schema;

import org.jspecify.annotations.NullMarked;
