/**
 * Remembers, per account, client and item, what a person decided: a yes or a no, where, about what, until when. Called by
 * the authorize, consent and application services.
 */
@NullMarked
package org.ostiary.persistence.consent;

import org.jspecify.annotations.NullMarked;
