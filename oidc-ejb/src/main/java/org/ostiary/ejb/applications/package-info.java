/**
 * The applications that a person let in: what each may have, since when, and taking it away. Called by the pages of an
 * account; nothing else imports this package.
 */
@NullMarked
package org.ostiary.ejb.applications;

import org.jspecify.annotations.NullMarked;
