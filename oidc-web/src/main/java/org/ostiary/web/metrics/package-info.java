/**
 * What a monitoring system reads.
 */
@NullMarked
package org.ostiary.web.metrics;

import org.jspecify.annotations.NullMarked;
