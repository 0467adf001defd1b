/**
 * Knows the policies and scopes that administrators defined while the server runs, and which of them count beside those of the
 * configuration. Who changes them is another matter. Called wherever clients are read or judged.
 */
@NullMarked
package org.ostiary.ejb.definition;

import org.jspecify.annotations.NullMarked;
