/**
 * Redeems authorization codes, and reacts when one is replayed. Called by the token service.
 */
@NullMarked
package org.ostiary.ejb.grant;

import org.jspecify.annotations.NullMarked;
