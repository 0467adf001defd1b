/**
 * What an authorization request may say, which rules it must keep and in which order, and how it may be answered.
 * Knows neither people nor storage.
 */
@NullMarked
package org.ostiary.ejb.protocol.authorize;

import org.jspecify.annotations.NullMarked;
