/**
 * What administrators see of accounts, their sessions and their grants, and do to them.
 */
@NullMarked
package org.ostiary.ejb.admin.people;

import org.jspecify.annotations.NullMarked;
