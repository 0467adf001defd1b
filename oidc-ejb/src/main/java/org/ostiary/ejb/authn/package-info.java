/**
 * Proves who a person is. Called by the login page.
 */
@NullMarked
package org.ostiary.ejb.authn;

import org.jspecify.annotations.NullMarked;
