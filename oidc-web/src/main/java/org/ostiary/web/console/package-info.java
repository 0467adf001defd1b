/**
 * The pages of administrators and auditors below {@code /admin}: one table of them, the one door to them, and what each shows and
 * changes. What that does is the business of {@code org.ostiary.ejb.admin}, which the REST interface calls too.
 */
@NullMarked
package org.ostiary.web.console;

import org.jspecify.annotations.NullMarked;
