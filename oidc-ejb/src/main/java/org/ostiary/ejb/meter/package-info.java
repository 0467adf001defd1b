/**
 * Counts and times what happens on this node, and knows which request a thread works for. Everybody may note; {@code watch} tells.
 */
@NullMarked
package org.ostiary.ejb.meter;

import org.jspecify.annotations.NullMarked;
