/**
 * How errors leave when a person is looking: the page that says so, the servlet behind the container's own errors, and the
 * end of what goes wrong inside Faces.
 *
 * <p>Owns no rule and never shows an exception, a class, a path or a version. The mappers of {@code http} use
 * {@link org.ostiary.web.error.ErrorPage}.
 */
@NullMarked
package org.ostiary.web.error;

import org.jspecify.annotations.NullMarked;
