/**
 * Owns what a person sees and does in a real browser: the journeys from an application through the provider and back, and
 * what every page owes to everybody (contrast, labels, small screens, no scripts). Does not own the protocol, which
 * {@code org.ostiary.it.http} speaks faster.
 */
@NullMarked
package org.ostiary.it.browser;

import org.jspecify.annotations.NullMarked;
