/**
 * Does long work that administrators ordered, a step at a time, on one node at a time, and tells how far it is. What a step does is up to
 * the feature that it belongs to.
 */
@NullMarked
package org.ostiary.ejb.admin.job;

import org.jspecify.annotations.NullMarked;
