/**
 * Remembers what people have besides their password, and how often somebody tried wrong codes. Seeds are sealed; nothing here
 * could be used by itself.
 */
@NullMarked
package org.ostiary.persistence.factor;

import org.jspecify.annotations.NullMarked;
