/**
 * Grades what a client is registered with by the best current practice (RFC 9700). Refuses nothing; the configuration does that.
 */
@NullMarked
package org.ostiary.ejb.protocol.lint;

import org.jspecify.annotations.NullMarked;
