/**
 * Which scripts of other origins may call which endpoints. Called by the web's filter.
 */
@NullMarked
package org.ostiary.ejb.cors;

import org.jspecify.annotations.NullMarked;
