/**
 * Creates the first administrator by a one-time link. Called at the start and by the set-up page.
 */
@NullMarked
package org.ostiary.ejb.setup;

import org.jspecify.annotations.NullMarked;
