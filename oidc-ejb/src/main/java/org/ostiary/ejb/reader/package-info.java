/**
 * Which language the person in front of a page reads: what the application asked for, else what they chose for their account.
 *
 * <p>Owns no words and no page. The pages ask it once a request.
 */
@NullMarked
package org.ostiary.ejb.reader;

import org.jspecify.annotations.NullMarked;
