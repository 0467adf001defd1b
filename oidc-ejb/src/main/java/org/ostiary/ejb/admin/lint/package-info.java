/**
 * What administrators are told about how well clients are registered; the rules are {@code protocol.lint}.
 */
@NullMarked
package org.ostiary.ejb.admin.lint;

import org.jspecify.annotations.NullMarked;
