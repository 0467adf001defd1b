/**
 * Remembers, per account, client and scope, what a person decided. Called by the authorize and consent services.
 */
@NullMarked
package org.ostiary.persistence.consent;

import org.jspecify.annotations.NullMarked;
