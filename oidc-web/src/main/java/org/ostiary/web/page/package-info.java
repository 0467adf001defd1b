/**
 * What every page for people shares: the frame around it, its words in the language of its reader, what it may read of a request, how it answers, and where the
 * errors of Faces end.
 *
 * <p>Owns no page and decides nothing about people or applications. The page packages use it; it calls none of them.
 */
@NullMarked
package org.ostiary.web.page;

import org.jspecify.annotations.NullMarked;
