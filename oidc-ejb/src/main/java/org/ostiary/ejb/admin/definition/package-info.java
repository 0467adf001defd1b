/**
 * What administrators see of access policies, scopes and claims policies, and those that they make, change and delete without a
 * restart. Called by the REST interface, the pages and the import.
 */
@NullMarked
package org.ostiary.ejb.admin.definition;

import org.jspecify.annotations.NullMarked;
