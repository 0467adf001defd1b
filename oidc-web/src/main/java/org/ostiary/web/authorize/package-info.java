/**
 * The authorization endpoint and the way back to it from every page. Decides nothing: it renders what the
 * authorize service decided.
 */
@NullMarked
package org.ostiary.web.authorize;

import org.jspecify.annotations.NullMarked;
