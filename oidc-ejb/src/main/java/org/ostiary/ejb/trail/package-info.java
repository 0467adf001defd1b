/**
 * The audit trail as auditors need it: sealed into a chain, verified, searched, counted, exported, and cut when its time is over.
 * Writing records belongs to {@code audit}.
 */
@NullMarked
package org.ostiary.ejb.trail;

import org.jspecify.annotations.NullMarked;
