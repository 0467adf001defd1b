/**
 * The languages that there are words in, and which of them fits what somebody wishes.
 *
 * <p>Owns no words and knows no person. Configuration, mail, discovery and the pages use it.
 */
@NullMarked
package org.ostiary.ejb.language;

import org.jspecify.annotations.NullMarked;
