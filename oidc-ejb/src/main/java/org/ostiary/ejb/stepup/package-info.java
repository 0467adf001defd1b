/**
 * Asks a person who is logged in for a second factor within an authorization request, or lets them enrol their first one.
 * Called by the pages for that.
 */
@NullMarked
package org.ostiary.ejb.stepup;

import org.jspecify.annotations.NullMarked;
