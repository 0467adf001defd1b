/**
 * Grades registered clients for administrators; the rules are {@code protocol.lint}.
 */
@NullMarked
package org.ostiary.ejb.lint;

import org.jspecify.annotations.NullMarked;
