/**
 * Lets people who forgot their password choose a new one by a link in a mail. Called by the pages for that; the mail itself is
 * the business of {@code mail}.
 */
@NullMarked
package org.ostiary.ejb.reset;

import org.jspecify.annotations.NullMarked;
