/**
 * Lets things that work once work once, on all nodes together. Called by whoever accepts such a thing.
 */
@NullMarked
package org.ostiary.ejb.once;

import org.jspecify.annotations.NullMarked;
