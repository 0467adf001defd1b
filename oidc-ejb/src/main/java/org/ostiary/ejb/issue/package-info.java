/**
 * Makes ID tokens and access tokens, behind the one door that every issuance passes. Called by the grants.
 */
@NullMarked
package org.ostiary.ejb.issue;

import org.jspecify.annotations.NullMarked;
