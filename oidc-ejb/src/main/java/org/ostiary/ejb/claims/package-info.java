/**
 * Which claims a scope releases about an account. Called by userinfo.
 */
@NullMarked
package org.ostiary.ejb.claims;

import org.jspecify.annotations.NullMarked;
