/**
 * What administrators see first: whether this node is well, how much there is, and what needs them.
 */
@NullMarked
package org.ostiary.ejb.admin.overview;

import org.jspecify.annotations.NullMarked;
