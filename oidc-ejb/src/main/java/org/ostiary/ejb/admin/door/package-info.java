/**
 * The door of the pages below {@code /admin}: how an administrator signs in there, like with any application, and who they are at
 * each request afterwards. What they may do is judged by {@code org.ostiary.ejb.admin}.
 */
@NullMarked
package org.ostiary.ejb.admin.door;

import org.jspecify.annotations.NullMarked;
