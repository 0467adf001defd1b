/**
 * Signing keys and signatures; the only package that knows jose4j. Called by issue and discovery.
 */
@NullMarked
package org.ostiary.ejb.keys;

import org.jspecify.annotations.NullMarked;
