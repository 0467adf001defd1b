/**
 * Remembers what may be used once: form tokens, set-up links. Called by whoever takes such a thing.
 */
@NullMarked
package org.ostiary.persistence.replay;

import org.jspecify.annotations.NullMarked;
