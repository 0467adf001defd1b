/**
 * Takes a person's decision on what a client may have. Called by the consent page.
 */
@NullMarked
package org.ostiary.ejb.consent;

import org.jspecify.annotations.NullMarked;
