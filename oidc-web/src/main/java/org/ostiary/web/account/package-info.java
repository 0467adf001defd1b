/**
 * The pages where people look after their own account, and the door before them.
 *
 * <p>Owns what is below {@code /account}. Does not decide who may enter nor change anything itself ({@code ejb.account}
 * does). Called by browsers only.
 */
@NullMarked
package org.ostiary.web.account;

import org.jspecify.annotations.NullMarked;
