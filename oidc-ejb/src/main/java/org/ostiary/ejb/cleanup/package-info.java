/**
 * Tidies away what has expired, on one node at a time and in small batches. Nothing relies on it: expiry is judged at use.
 */
@NullMarked
package org.ostiary.ejb.cleanup;

import org.jspecify.annotations.NullMarked;
