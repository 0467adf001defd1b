/**
 * Remembers an authorization request while a person is being asked something. It decides nothing: the authorize
 * service does.
 */
@NullMarked
package org.ostiary.persistence.interaction;

import org.jspecify.annotations.NullMarked;
