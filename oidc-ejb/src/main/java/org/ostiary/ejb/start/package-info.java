/**
 * The order of the start: configuration, database, keys, clients, accounts, banner. Nothing calls it but the
 * container.
 */
@NullMarked
package org.ostiary.ejb.start;

import org.jspecify.annotations.NullMarked;
