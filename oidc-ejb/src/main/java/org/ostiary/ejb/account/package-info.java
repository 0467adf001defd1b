/**
 * What a person may see and change of their own account. Called by the pages below {@code /account}; others' accounts cannot
 * be reached from here.
 */
@NullMarked
package org.ostiary.ejb.account;

import org.jspecify.annotations.NullMarked;
