/**
 * The only source of randomness: handles, codes, tokens and identifiers come from here. Called by every service
 * that issues something.
 */
@NullMarked
package org.ostiary.ejb.random;

import org.jspecify.annotations.NullMarked;
