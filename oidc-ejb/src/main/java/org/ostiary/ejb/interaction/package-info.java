/**
 * The interaction a browser is in the middle of, and the one-time tokens of its forms. Called by the authorize,
 * login and consent services.
 */
@NullMarked
package org.ostiary.ejb.interaction;

import org.jspecify.annotations.NullMarked;
