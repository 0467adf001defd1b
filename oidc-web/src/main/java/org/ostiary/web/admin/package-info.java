/**
 * The administration's REST interface: one table of operations, the one door to them, JSON and its description. What operations
 * do is the business of {@code org.ostiary.ejb.admin}.
 */
@NullMarked
package org.ostiary.web.admin;

import org.jspecify.annotations.NullMarked;
