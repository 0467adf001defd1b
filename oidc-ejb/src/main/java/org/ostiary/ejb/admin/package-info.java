/**
 * Who may administer the provider, and what an operation is refused with. What the operations do is in the packages below;
 * none of them knows how it is reached.
 */
@NullMarked
package org.ostiary.ejb.admin;

import org.jspecify.annotations.NullMarked;
