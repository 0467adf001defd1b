/**
 * What a token request may say and what the answer looks like. Knows neither storage nor keys.
 */
@NullMarked
package org.ostiary.ejb.protocol.token;

import org.jspecify.annotations.NullMarked;
