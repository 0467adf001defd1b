/**
 * Remembers long work: what was ordered, how far it is, which node does it and until when, and what went wrong in it. What a job does
 * is not known here.
 */
@NullMarked
package org.ostiary.persistence.job;

import org.jspecify.annotations.NullMarked;
