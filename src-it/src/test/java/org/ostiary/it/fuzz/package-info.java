/**
 * Owns rubbish: requests that nobody would send by accident, made of a number so that each run sends the same, and what
 * every answer to them must look like. Does not own single attacks: those are in {@code org.ostiary.it.security}.
 */
@NullMarked
package org.ostiary.it.fuzz;

import org.jspecify.annotations.NullMarked;
